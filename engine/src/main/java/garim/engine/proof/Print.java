package garim.engine.proof;

import java.util.BitSet;
import java.util.Objects;

/**
 * A print is text that was put on a frame of the output on purpose, as whoever printed it says. What lies under its ink is
 * measured twice, with the ink and without: a print can explain an edge, and can hide nothing.
 *
 * @param shape where its ink lies
 * @param left column of the first pixel of the shape; may lie outside the picture
 * @param top row of the first pixel
 */
public record Print(Shape shape, int left, int top) {
    public Print {
        Objects.requireNonNull(shape);
    }

    /** Which pixels of a rectangle hold ink. */
    public static final class Shape {
        private final int width;
        private final int height;
        private final BitSet ink;

        /**
         * A shape.
         *
         * @param ink row by row
         */
        public Shape(int width, int height, BitSet ink) {
            this.width = width;
            this.height = height;
            this.ink = (BitSet) ink.clone();
        }
    }

    /** True when the pixel of a picture holds ink. */
    boolean covers(int x, int y) {
        int column = x - left;
        int row = y - top;
        return column >= 0
                && column < shape.width
                && row >= 0
                && row < shape.height
                && shape.ink.get(row * shape.width + column);
    }

    /** True when its rectangle and an area have a pixel in common. */
    boolean touches(PixelArea area) {
        return left < area.right()
                && left + shape.width > area.left()
                && top < area.bottom()
                && top + shape.height > area.top();
    }
}
