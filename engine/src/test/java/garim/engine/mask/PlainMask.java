package garim.engine.mask;

import garim.engine.frame.Plane;

/** The slow plain twin of the mask routines: one sample at a time, in floating point. */
final class PlainMask {
    private PlainMask() {}

    static int[][] samples(Plane plane) {
        int[][] copy = new int[plane.height()][plane.width()];
        for (int y = 0; y < plane.height(); y++) {
            for (int x = 0; x < plane.width(); x++) {
                copy[y][x] = plane.at(x, y);
            }
        }
        return copy;
    }

    static boolean inside(CellGrid grid, int x, int y) {
        return x >= grid.left(0) && x < grid.left(grid.columns()) && y >= grid.top(0) && y < grid.top(grid.rows());
    }

    /** The mean of the part of a cell that the picture shows; of the whole grid's where it shows none. */
    static int mean(int[][] source, CellGrid grid, int column, int row) {
        double own = mean(source, grid.left(column), grid.left(column + 1), grid.top(row), grid.top(row + 1));
        double mean = Double.isNaN(own)
                ? mean(source, grid.left(0), grid.left(grid.columns()), grid.top(0), grid.top(grid.rows()))
                : own;
        return (int) Math.floor(mean + 0.5);
    }

    private static double mean(int[][] source, int left, int right, int top, int bottom) {
        long sum = 0;
        int count = 0;
        for (int y = top; y < bottom; y++) {
            for (int x = left; x < right; x++) {
                if (y >= 0 && y < source.length && x >= 0 && x < source[0].length) {
                    sum += source[y][x];
                    count++;
                }
            }
        }
        return count == 0 ? Double.NaN : (double) sum / count;
    }

    static int mosaic(int[][] source, CellGrid grid, int x, int y) {
        int column = 0;
        while (x >= grid.left(column + 1)) {
            column++;
        }
        int row = 0;
        while (y >= grid.top(row + 1)) {
            row++;
        }
        return mean(source, grid, column, row);
    }

    static double blur(int[][] source, CellGrid grid, int x, int y) {
        double cellX = (double) (grid.left(grid.columns()) - grid.left(0)) / grid.columns();
        double cellY = (double) (grid.top(grid.rows()) - grid.top(0)) / grid.rows();
        double px = Math.clamp((x - grid.left(0) + 0.5) / cellX - 0.5, 0, grid.columns() - 1);
        double py = Math.clamp((y - grid.top(0) + 0.5) / cellY - 0.5, 0, grid.rows() - 1);
        int left = (int) px;
        int top = (int) py;
        int right = Math.min(grid.columns() - 1, left + 1);
        int bottom = Math.min(grid.rows() - 1, top + 1);
        double shareX = px - left;
        double shareY = py - top;
        double above = mean(source, grid, left, top) * (1 - shareX) + mean(source, grid, right, top) * shareX;
        double below = mean(source, grid, left, bottom) * (1 - shareX) + mean(source, grid, right, bottom) * shareX;
        return above * (1 - shareY) + below * shareY;
    }
}
