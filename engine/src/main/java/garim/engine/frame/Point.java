package garim.engine.frame;

/**
 * A point is a place in a picture in pixels, its origin the top left corner; it may lie outside.
 *
 * @param x to the right
 * @param y downwards
 */
public record Point(double x, double y) {
    public Point {
        if (!Double.isFinite(x + y)) {
            throw new IllegalArgumentException("bad point " + x + "," + y);
        }
    }

    /** The point that lies between this one (share 0) and the other (share 1). */
    public Point blend(Point other, double share) {
        double keep = 1 - share;
        return new Point(x * keep + other.x * share, y * keep + other.y * share);
    }
}
