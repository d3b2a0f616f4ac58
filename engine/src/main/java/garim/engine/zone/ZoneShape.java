package garim.engine.zone;

import garim.engine.frame.Point;
import java.util.List;

/**
 * A zone shape is a rectangle, given by two opposite corners, or a polygon of three or more.
 *
 * @param corners at least two
 */
public record ZoneShape(List<ZonePoint> corners) {
    public ZoneShape {
        corners = List.copyOf(corners);
        if (corners.size() < 2) {
            throw new IllegalArgumentException("a shape has at least two corners");
        }
    }

    /** A rectangle from its top left corner and its size. */
    public static ZoneShape rectangle(ZoneLength x, ZoneLength y, ZoneLength width, ZoneLength height) {
        return new ZoneShape(List.of(new ZonePoint(x, y), new ZonePoint(x.plus(width), y.plus(height))));
    }

    List<Point> in(double width, double height) {
        return corners.stream().map(corner -> corner.in(width, height)).toList();
    }
}
