/** Promises of the quality figures, checked against numbers worked out by hand. */
@NullMarked
package garim.cli.evaluate;

import org.jspecify.annotations.NullMarked;
