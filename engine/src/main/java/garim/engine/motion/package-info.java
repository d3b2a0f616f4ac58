/** Tells which pixels move, against a background learned from the reduced luma plane, and when the whole scene changed. */
@NullMarked
package garim.engine.motion;

import org.jspecify.annotations.NullMarked;
