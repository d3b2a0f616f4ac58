/** Places areas that people drew, and that are masked whatever is in them. */
@NullMarked
package garim.engine.zone;

import org.jspecify.annotations.NullMarked;
