/** Tests of the command without a process. */
@NullMarked
package garim.cli;

import org.jspecify.annotations.NullMarked;
