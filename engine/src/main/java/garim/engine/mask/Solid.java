package garim.engine.mask;

import garim.engine.frame.Plane;
import java.util.Arrays;

/** Fills a rectangle of a plane with one value. */
final class Solid {
    private Solid() {}

    static void paint(Plane plane, PixelRect rect, int value) {
        byte[] row = new byte[rect.width()];
        Arrays.fill(row, (byte) value);
        for (int y = rect.y(); y < rect.y() + rect.height(); y++) {
            plane.bytes().put(y * plane.stride() + rect.x(), row, 0, rect.width());
        }
    }
}
