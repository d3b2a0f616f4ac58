/**
 * Looks at the written output with eyes of its own and says what is still to be read in it. Shares no code with what
 * finds, tracks and masks: a fault there must not hide itself here.
 */
@NullMarked
package garim.engine.proof;

import org.jspecify.annotations.NullMarked;
