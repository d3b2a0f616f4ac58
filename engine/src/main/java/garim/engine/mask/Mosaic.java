package garim.engine.mask;

import garim.engine.frame.Plane;
import java.util.Arrays;

/** Replaces every cell of a rectangle by its mean value. */
final class Mosaic {
    private final CellMeans means = new CellMeans();
    private byte[] row = new byte[0];

    void paint(Plane plane, PixelRect rect, int cell) {
        means.measure(plane, rect, cell);
        row = row.length < rect.width() ? new byte[rect.width()] : row;
        for (int cellY = 0; cellY < means.rows(); cellY++) {
            fillRow(rect.width(), cell, cellY);
            int top = rect.y() + cellY * cell;
            int bottom = Math.min(rect.y() + rect.height(), top + cell);
            for (int y = top; y < bottom; y++) {
                plane.bytes().put(y * plane.stride() + rect.x(), row, 0, rect.width());
            }
        }
    }

    private void fillRow(int width, int cell, int cellY) {
        for (int column = 0; column < means.columns(); column++) {
            int end = Math.min(width, (column + 1) * cell);
            Arrays.fill(row, column * cell, end, (byte) means.at(column, cellY));
        }
    }
}
