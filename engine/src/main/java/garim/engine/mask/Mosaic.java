package garim.engine.mask;

import garim.engine.frame.Plane;
import java.util.Arrays;

/** Paints every cell of a grid in its own colour. */
final class Mosaic {
    private byte[] row = new byte[0];

    void paint(Plane plane, CellGrid grid, CellMeans means) {
        row = row.length < plane.width() ? new byte[plane.width()] : row;
        int left = Math.clamp(grid.left(0), 0, plane.width());
        int right = Math.clamp(grid.left(grid.columns()), 0, plane.width());
        for (int cellY = 0; cellY < grid.rows(); cellY++) {
            fillRow(grid, means, cellY, right);
            int bottom = Math.clamp(grid.top(cellY + 1), 0, plane.height());
            for (int y = Math.clamp(grid.top(cellY), 0, plane.height()); y < bottom; y++) {
                plane.bytes().put(y * plane.stride() + left, row, left, right - left);
            }
        }
    }

    private void fillRow(CellGrid grid, CellMeans means, int cellY, int right) {
        for (int column = 0; column < grid.columns(); column++) {
            int from = Math.clamp(grid.left(column), 0, right);
            int to = Math.clamp(grid.left(column + 1), from, right);
            Arrays.fill(row, from, to, (byte) means.at(column, cellY));
        }
    }
}
