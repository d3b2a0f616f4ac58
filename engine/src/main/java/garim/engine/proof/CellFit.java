package garim.engine.proof;

import garim.engine.frame.Plane;

/**
 * Tells whether an output shows nothing of an area but up to four flat cells. An edge of the scene may lie where two cells meet; then
 * the cells are as like the input as a picture without a mask, and only what is inside them tells the two apart.
 *
 * <p>It needs no knowledge of how the mask was made: the lines between the cells are those that fit the output best.
 */
final class CellFit {
    /** Deviation inside a flat cell that a codec makes, in levels of brightness. */
    private static final double CODEC = 2;

    /** Of what the input shows inside the cells, a mask leaves less than this. */
    private static final double LEFT = 1.0 / 3;

    /** The same where no more is left than a codec makes. */
    private static final double LEFT_BY_CODEC = 0.6;

    /** A codec softens an edge so far, in pixels. */
    private static final int SOFT = 2;

    /** Lines are tried at so many places of an axis at most. */
    private static final int PLACES = 24;

    private final PixelArea area;
    private final double[] sums;
    private final double[] squares;
    private final int pitch;

    private CellFit(Plane plane, PixelArea area) {
        this.area = area;
        this.pitch = area.width() + 1;
        this.sums = new double[pitch * (area.height() + 1)];
        this.squares = new double[sums.length];
        for (int y = 0; y < area.height(); y++) {
            for (int x = 0; x < area.width(); x++) {
                double value = plane.at(area.left() + x, area.top() + y);
                int at = (y + 1) * pitch + x + 1;
                sums[at] = value + sums[at - 1] + sums[at - pitch] - sums[at - pitch - 1];
                squares[at] = value * value + squares[at - 1] + squares[at - pitch] - squares[at - pitch - 1];
            }
        }
    }

    /**
     * Compares input and output.
     *
     * @param area inside both pictures, not empty
     */
    static boolean isCells(Plane before, Plane after, PixelArea area) {
        CellFit output = new CellFit(after, area);
        int[] lines = output.lines();
        double left = output.deviation(lines[0], lines[1]);
        double was = new CellFit(before, area).deviation(lines[0], lines[1]);
        return left <= Math.max(LEFT * was, Math.min(CODEC, LEFT_BY_CODEC * was));
    }

    /** The column and the row at which cells meet, 0 where there is one cell only. */
    private int[] lines() {
        int[] best = {0, 0};
        double least = Double.POSITIVE_INFINITY;
        for (int x = 0; x < area.width(); x += Math.max(1, area.width() / PLACES)) {
            for (int y = 0; y < area.height(); y += Math.max(1, area.height() / PLACES)) {
                double error = error(0, 0, x, y)
                        + error(x, 0, area.width(), y)
                        + error(0, y, x, area.height())
                        + error(x, y, area.width(), area.height());
                if (error < least) {
                    least = error;
                    best = new int[] {x, y};
                }
            }
        }
        return best;
    }

    /** Root mean square about the means of the cells, what is near a line left out. */
    private double deviation(int x, int y) {
        int[][] columns = spans(x, area.width());
        int[][] rows = spans(y, area.height());
        double error = 0;
        double count = 0;
        for (int[] row : rows) {
            for (int[] column : columns) {
                error += error(column[0], row[0], column[1], row[1]);
                count += (double) (column[1] - column[0]) * (row[1] - row[0]);
            }
        }
        return Math.sqrt(error / Math.max(1, count));
    }

    private static int[][] spans(int line, int length) {
        return line == 0
                ? new int[][] {{0, length}}
                : new int[][] {{0, Math.max(0, line - SOFT)}, {Math.min(length, line + SOFT), length}};
    }

    /** Sum of the squared distances from the mean of a rectangle. */
    private double error(int left, int top, int right, int bottom) {
        double count = (double) (right - left) * (bottom - top);
        if (count <= 0) {
            return 0;
        }
        double sum = over(sums, left, top, right, bottom);
        return Math.max(0, over(squares, left, top, right, bottom) - sum * sum / count);
    }

    private double over(double[] table, int left, int top, int right, int bottom) {
        return table[bottom * pitch + right]
                - table[top * pitch + right]
                - table[bottom * pitch + left]
                + table[top * pitch + left];
    }
}
