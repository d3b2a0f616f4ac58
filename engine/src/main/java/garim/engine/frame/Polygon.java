package garim.engine.frame;

import java.util.List;
import java.util.stream.IntStream;

/**
 * A polygon is a closed line through three or more corners and everything that it goes around, where it crosses itself
 * too.
 *
 * @param corners at least three, in pixels, may lie outside the picture
 */
public record Polygon(List<Point> corners) {
    /** The fewest corners that go around anything. */
    public static final int FEWEST_CORNERS = 3;

    public Polygon {
        corners = List.copyOf(corners);
        if (corners.size() < FEWEST_CORNERS) {
            throw new IllegalArgumentException("a polygon has at least three corners, not " + corners.size());
        }
    }

    /** The smallest box that holds all corners. */
    public Box bounds() {
        Box bounds = new Box(corners.getFirst().x(), corners.getFirst().y(), 0, 0);
        for (Point corner : corners) {
            bounds = bounds.union(new Box(corner.x(), corner.y(), 0, 0));
        }
        return bounds;
    }

    /**
     * The polygon that lies between this one (share 0) and the other (share 1), corner by corner.
     *
     * @param other a polygon of as many corners
     */
    public Polygon blend(Polygon other, double share) {
        return new Polygon(IntStream.range(0, corners.size())
                .mapToObj(i -> corners.get(i).blend(other.corners.get(i), share))
                .toList());
    }
}
