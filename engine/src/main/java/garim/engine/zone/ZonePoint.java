package garim.engine.zone;

import garim.engine.frame.Point;
import java.util.Objects;

/**
 * A zone point is a corner of a zone in the upright picture, from its top left corner.
 *
 * @param x to the right
 * @param y downwards
 */
public record ZonePoint(ZoneLength x, ZoneLength y) {
    public ZonePoint {
        Objects.requireNonNull(x);
        Objects.requireNonNull(y);
    }

    Point in(double width, double height) {
        return new Point(x.of(width), y.of(height));
    }
}
