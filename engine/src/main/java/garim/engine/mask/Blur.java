package garim.engine.mask;

import garim.engine.frame.Plane;

/**
 * Paints a grid as a smooth blend of its cells, so that it keeps no more detail than a mosaic of the same cells. The blend
 * is linear between cell centres, in fixed point.
 */
final class Blur {
    private static final int SHIFT = 8;
    private static final int ONE = 1 << SHIFT;
    private static final int HALF = 1 << (2 * SHIFT - 1);

    private byte[] row = new byte[0];
    private int[] lower = new int[0];
    private int[] share = new int[0];
    private int[] column = new int[0];

    void paint(Plane plane, CellGrid grid, CellMeans means) {
        int left = Math.clamp(grid.left(0), 0, plane.width());
        int right = Math.clamp(grid.left(grid.columns()), 0, plane.width());
        int bottom = Math.clamp(grid.top(grid.rows()), 0, plane.height());
        prepareColumns(grid, left, right);
        for (int y = Math.clamp(grid.top(0), 0, plane.height()); y < bottom; y++) {
            blendRow(means, right - left, position(y - grid.top(0), grid.height() * grid.step(), grid.rows()));
            plane.bytes().put(y * plane.stride() + left, row, 0, right - left);
        }
    }

    private void prepareColumns(CellGrid grid, int left, int right) {
        int width = right - left;
        if (row.length < width) {
            row = new byte[width];
            lower = new int[width];
            share = new int[width];
        }
        for (int x = left; x < right; x++) {
            int position = position(x - grid.left(0), grid.width() * grid.step(), grid.columns());
            lower[x - left] = position >> SHIFT;
            share[x - left] = position & (ONE - 1);
        }
    }

    private void blendRow(CellMeans means, int width, int position) {
        int above = position >> SHIFT;
        int below = Math.min(means.rows() - 1, above + 1);
        int down = position & (ONE - 1);
        column = column.length < means.columns() ? new int[means.columns()] : column;
        for (int c = 0; c < means.columns(); c++) {
            column[c] = means.at(c, above) * (ONE - down) + means.at(c, below) * down;
        }
        int last = means.columns() - 1;
        for (int x = 0; x < width; x++) {
            int left = lower[x];
            int right = Math.min(last, left + 1);
            row[x] = (byte) ((column[left] * (ONE - share[x]) + column[right] * share[x] + HALF) >> (2 * SHIFT));
        }
    }

    /** Where a sample lies on the line of cell centres, in cells, as fixed point with {@value #SHIFT} bits. */
    static int position(int sample, int side, int cells) {
        long position = ((2L * sample + 1) * cells * ONE) / (2L * side) - ONE / 2;
        return (int) Math.clamp(position, 0, (cells - 1L) * ONE);
    }
}
