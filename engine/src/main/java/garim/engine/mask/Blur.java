package garim.engine.mask;

import garim.engine.frame.Plane;

/**
 * Replaces a rectangle by a smooth blend of its cell means, so that it keeps no more detail than a mosaic of the same
 * cells. The blend is linear between cell centres, in fixed point.
 */
final class Blur {
    private static final int SHIFT = 8;
    private static final int ONE = 1 << SHIFT;
    private static final int HALF = 1 << (2 * SHIFT - 1);

    private final CellMeans means = new CellMeans();
    private byte[] row = new byte[0];
    private int[] lower = new int[0];
    private int[] share = new int[0];
    private int[] column = new int[0];

    void paint(Plane plane, PixelRect rect, int cell) {
        means.measure(plane, rect, cell);
        prepareColumns(rect.width(), cell);
        for (int y = 0; y < rect.height(); y++) {
            blendRow(rect.width(), cell, y);
            plane.bytes().put((rect.y() + y) * plane.stride() + rect.x(), row, 0, rect.width());
        }
    }

    private void prepareColumns(int width, int cell) {
        if (row.length < width) {
            row = new byte[width];
            lower = new int[width];
            share = new int[width];
        }
        column = column.length < means.columns() ? new int[means.columns()] : column;
        for (int x = 0; x < width; x++) {
            int position = position(x, cell, means.columns());
            lower[x] = position >> SHIFT;
            share[x] = position & (ONE - 1);
        }
    }

    private void blendRow(int width, int cell, int y) {
        int position = position(y, cell, means.rows());
        int above = position >> SHIFT;
        int below = Math.min(means.rows() - 1, above + 1);
        int down = position & (ONE - 1);
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
    static int position(int sample, int cell, int cells) {
        int position = ((2 * sample + 1 - cell) * ONE) / (2 * cell);
        return Math.clamp(position, 0, (cells - 1) * ONE);
    }
}
