package garim.engine.proof;

import garim.engine.frame.Box;

/**
 * A pixel area is a rectangle of whole pixels inside a picture.
 *
 * @param left first column
 * @param top first row
 * @param right column after the last
 * @param bottom row after the last
 */
record PixelArea(int left, int top, int right, int bottom) {
    /** The pixels that lie wholly or in part in a box. */
    static PixelArea touching(Box box, int pictureWidth, int pictureHeight) {
        return new PixelArea(
                clamp(Math.floor(box.x()), pictureWidth),
                clamp(Math.floor(box.y()), pictureHeight),
                clamp(Math.ceil(box.right()), pictureWidth),
                clamp(Math.ceil(box.bottom()), pictureHeight));
    }

    private static int clamp(double edge, int limit) {
        return (int) Math.max(0, Math.min(limit, edge));
    }

    int width() {
        return Math.max(0, right - left);
    }

    int height() {
        return Math.max(0, bottom - top);
    }

    /** One of the equal parts in columns and rows, counted row by row. */
    PixelArea part(int part, int columns, int rows) {
        int column = part % columns;
        int row = part / columns;
        return new PixelArea(
                left + column * width() / columns,
                top + row * height() / rows,
                left + (column + 1) * width() / columns,
                top + (row + 1) * height() / rows);
    }

    boolean isEmpty() {
        return width() == 0 || height() == 0;
    }

    int shortSide() {
        return Math.min(width(), height());
    }
}
