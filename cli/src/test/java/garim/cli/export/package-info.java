/** Tests of exports. */
@NullMarked
package garim.cli.export;

import org.jspecify.annotations.NullMarked;
