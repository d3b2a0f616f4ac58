package garim.engine.mask;

import garim.engine.frame.Plane;
import java.util.Arrays;

/**
 * Measures the mean value of all samples of every cell. A cell of which the picture shows nothing gets the mean of all
 * that it shows. Reuses its memory.
 */
final class CellMeter {
    private byte[] row = new byte[0];
    private long[] sums = new long[0];
    private int[] counts = new int[0];

    /** Measures a grid of which at least one sample lies in the plane. */
    CellMeans measure(Plane plane, CellGrid grid) {
        int cells = grid.columns() * grid.rows();
        sums = sums.length < cells ? new long[cells] : sums;
        counts = counts.length < cells ? new int[cells] : counts;
        Arrays.fill(sums, 0, cells, 0);
        Arrays.fill(counts, 0, cells, 0);
        row = row.length < plane.width() ? new byte[plane.width()] : row;
        for (int cellY = 0; cellY < grid.rows(); cellY++) {
            addRow(plane, grid, cellY);
        }
        return new CellMeans(grid.columns(), means(cells));
    }

    private void addRow(Plane plane, CellGrid grid, int cellY) {
        int left = Math.clamp(grid.left(0), 0, plane.width());
        int right = Math.clamp(grid.left(grid.columns()), 0, plane.width());
        int bottom = Math.clamp(grid.top(cellY + 1), 0, plane.height());
        for (int y = Math.clamp(grid.top(cellY), 0, plane.height()); y < bottom; y++) {
            plane.bytes().get(y * plane.stride() + left, row, left, right - left);
            addSamples(grid, cellY * grid.columns(), left, right);
        }
    }

    private void addSamples(CellGrid grid, int firstCell, int left, int right) {
        for (int column = 0; column < grid.columns(); column++) {
            int from = Math.clamp(grid.left(column), left, right);
            int to = Math.clamp(grid.left(column + 1), left, right);
            int sum = 0;
            for (int x = from; x < to; x++) {
                sum += row[x] & 0xff;
            }
            sums[firstCell + column] += sum;
            counts[firstCell + column] += to - from;
        }
    }

    private byte[] means(int cells) {
        long sum = 0;
        long count = 0;
        for (int cell = 0; cell < cells; cell++) {
            sum += sums[cell];
            count += counts[cell];
        }
        if (count == 0) {
            throw new IllegalArgumentException("the picture shows no part of the grid");
        }
        byte[] means = new byte[cells];
        for (int cell = 0; cell < cells; cell++) {
            means[cell] = (byte) (counts[cell] == 0 ? mean(sum, count) : mean(sums[cell], counts[cell]));
        }
        return means;
    }

    private static long mean(long sum, long count) {
        return (sum + count / 2) / count;
    }
}
