/** Measures what masking costs: whole processes against each other, and the stages of one. Knows engine, models, cli. */
@NullMarked
package garim.bench;

import org.jspecify.annotations.NullMarked;
