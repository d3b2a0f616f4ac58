package garim.engine.track;

/**
 * Names a detection: the frame that was looked at and its place among what was seen there.
 *
 * @param frame 0-based frame index
 * @param index 0-based place in the list of detections
 */
record PathKey(int frame, int index) {}
