package garim.engine.motion;

import garim.engine.frame.Plane;
import java.util.Arrays;

/**
 * A luma plane reduced to mean values of square cells, fine enough for a person and coarse enough to be cheap.
 *
 * @param columns cells per row
 * @param rows rows of cells
 * @param cellPx side of a cell in pixels; cells at the right and bottom edge may be smaller
 * @param values mean luma of each cell, 0-255, row after row
 */
@SuppressWarnings("ArrayRecordComponent") // values are shared, never compared
record ReducedLuma(int columns, int rows, int cellPx, float[] values) {
    private static final int MOST_COLUMNS = 320;

    /** So many cells tell the light; sorting all of them would cost more than the rest. */
    private static final int LIGHT_SAMPLES = 4096;

    /** The cell size for pictures of a width. */
    static int cellPx(int width) {
        return Math.max(1, (width + MOST_COLUMNS - 1) / MOST_COLUMNS);
    }

    static ReducedLuma of(Plane luma) {
        int cell = cellPx(luma.width());
        int columns = (luma.width() + cell - 1) / cell;
        int rows = (luma.height() + cell - 1) / cell;
        float[] values = new float[columns * rows];
        byte[] line = new byte[luma.width()];
        int[] sums = new int[columns];
        for (int row = 0; row < rows; row++) {
            int top = row * cell;
            int bottom = Math.min(luma.height(), top + cell);
            Arrays.fill(sums, 0);
            for (int y = top; y < bottom; y++) {
                luma.bytes().get(y * luma.stride(), line, 0, line.length);
                addLine(line, sums, cell);
            }
            for (int column = 0; column < columns; column++) {
                int samples = Math.min(cell, luma.width() - column * cell) * (bottom - top);
                values[row * columns + column] = (float) sums[column] / samples;
            }
        }
        return new ReducedLuma(columns, rows, cell, values);
    }

    /** The change that most cells share: a cloud or an exposure step, not a movement. */
    static float commonChange(float[] before, float[] now) {
        int step = Math.max(1, now.length / LIGHT_SAMPLES);
        float[] changes = new float[(now.length + step - 1) / step];
        for (int i = 0; i < changes.length; i++) {
            changes[i] = now[i * step] - before[i * step];
        }
        return median(changes);
    }

    /** The middle value; sorts its argument. */
    static float median(float[] values) {
        Arrays.sort(values);
        return values[values.length / 2];
    }

    private static void addLine(byte[] line, int[] sums, int cell) {
        for (int column = 0; column < sums.length; column++) {
            int end = Math.min(line.length, (column + 1) * cell);
            int sum = 0;
            for (int x = column * cell; x < end; x++) {
                sum += line[x] & 0xff;
            }
            sums[column] += sum;
        }
    }
}
