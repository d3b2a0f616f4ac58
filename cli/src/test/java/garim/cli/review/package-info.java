/** Tests of what a reviewer works with. */
@NullMarked
package garim.cli.review;

import org.jspecify.annotations.NullMarked;
