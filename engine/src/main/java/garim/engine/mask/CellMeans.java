package garim.engine.mask;

import garim.engine.frame.Plane;
import java.util.Arrays;

/** The mean value of every cell of a rectangle; cells at the right and bottom edge may be smaller. Reuses its memory. */
final class CellMeans {
    private byte[] row = new byte[0];
    private int[] sums = new int[0];
    private int[] means = new int[0];
    private int columns;
    private int rows;

    /** Measures the cells of a rectangle, {@code cell} samples wide and high, from its top left corner. */
    void measure(Plane plane, PixelRect rect, int cell) {
        columns = (rect.width() + cell - 1) / cell;
        rows = (rect.height() + cell - 1) / cell;
        row = row.length < rect.width() ? new byte[rect.width()] : row;
        sums = sums.length < columns ? new int[columns] : sums;
        means = means.length < columns * rows ? new int[columns * rows] : means;
        for (int cellY = 0; cellY < rows; cellY++) {
            measureRow(plane, rect, cell, cellY);
        }
    }

    int columns() {
        return columns;
    }

    int rows() {
        return rows;
    }

    int at(int column, int row) {
        return means[row * columns + column];
    }

    private void measureRow(Plane plane, PixelRect rect, int cell, int cellY) {
        int top = rect.y() + cellY * cell;
        int bottom = Math.min(rect.y() + rect.height(), top + cell);
        Arrays.fill(sums, 0, columns, 0);
        for (int y = top; y < bottom; y++) {
            plane.bytes().get(y * plane.stride() + rect.x(), row, 0, rect.width());
            addRow(rect.width(), cell);
        }
        for (int column = 0; column < columns; column++) {
            int count = Math.min(cell, rect.width() - column * cell) * (bottom - top);
            means[cellY * columns + column] = (sums[column] + count / 2) / count;
        }
    }

    private void addRow(int width, int cell) {
        for (int column = 0; column < columns; column++) {
            int end = Math.min(width, (column + 1) * cell);
            int sum = 0;
            for (int x = column * cell; x < end; x++) {
                sum += row[x] & 0xff;
            }
            sums[column] += sum;
        }
    }
}
