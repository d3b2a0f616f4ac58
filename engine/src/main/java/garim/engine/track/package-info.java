/** Joins detections over time, fills gaps forward and back, pads entry and exit. */
@NullMarked
package garim.engine.track;

import org.jspecify.annotations.NullMarked;
