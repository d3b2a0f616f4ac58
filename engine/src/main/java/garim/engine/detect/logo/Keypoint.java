package garim.engine.detect.logo;

/**
 * A keypoint is a place that is found again at other sizes and angles, with a description of its surroundings.
 *
 * @param x place in pixels of the picture
 * @param y place in pixels of the picture
 * @param sigma size in pixels
 * @param angle direction of the strongest gradient, radians
 * @param strength contrast of the place against its surroundings
 * @param description {@link Description#LENGTH} numbers of length one
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Keypoint(double x, double y, double sigma, double angle, double strength, float[] description) {}
