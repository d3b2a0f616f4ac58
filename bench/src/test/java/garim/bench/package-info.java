/** Tests of the arithmetic and parsing behind the figures; nothing here is timed. */
@NullMarked
package garim.bench;

import org.jspecify.annotations.NullMarked;
