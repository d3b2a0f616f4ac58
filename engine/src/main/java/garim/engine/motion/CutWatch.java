package garim.engine.motion;

import garim.engine.frame.Plane;
import java.util.Optional;

/**
 * Watches a clip for hard cuts: frames that have nothing in common with the one before. Light that goes on or off keeps
 * the shapes and is no cut. Used by one thread.
 */
public final class CutWatch {
    private static final int COLUMNS = 48;
    private static final int ROWS = 27;

    /** Below this correlation two frames show different things; neighbouring frames of one scene have 0.8 and more. */
    private static final double LEAST_CORRELATION = 0.4;

    /** Mean difference in luma levels below which two dull frames are the same, whatever their noise says. */
    private static final double LEAST_DIFFERENCE = 10;

    private Optional<int[]> last = Optional.empty();

    /**
     * Takes the next frame.
     *
     * @param luma its brightness; read, not kept
     * @return true when another scene begins with it; never for the first frame
     */
    public boolean accept(Plane luma) {
        int[] samples = samples(luma);
        boolean isCut = last.isPresent() && isOther(last.get(), samples);
        last = Optional.of(samples);
        return isCut;
    }

    private static int[] samples(Plane luma) {
        int[] samples = new int[COLUMNS * ROWS];
        for (int row = 0; row < ROWS; row++) {
            for (int column = 0; column < COLUMNS; column++) {
                samples[row * COLUMNS + column] = mean(luma, column, row);
            }
        }
        return samples;
    }

    /** Mean of sixteen pixels spread over a cell. */
    private static int mean(Plane luma, int column, int row) {
        int sum = 0;
        for (int i = 0; i < 4; i++) {
            for (int j = 0; j < 4; j++) {
                int x = (int) ((column + (j + 0.5) / 4) * luma.width() / COLUMNS);
                int y = (int) ((row + (i + 0.5) / 4) * luma.height() / ROWS);
                sum += luma.at(x, y);
            }
        }
        return sum / 16;
    }

    private static boolean isOther(int[] before, int[] after) {
        double meanBefore = 0;
        double meanAfter = 0;
        double difference = 0;
        for (int i = 0; i < before.length; i++) {
            meanBefore += before[i];
            meanAfter += after[i];
            difference += Math.abs(before[i] - after[i]);
        }
        meanBefore /= before.length;
        meanAfter /= after.length;
        double product = 0;
        double squareBefore = 0;
        double squareAfter = 0;
        for (int i = 0; i < before.length; i++) {
            product += (before[i] - meanBefore) * (after[i] - meanAfter);
            squareBefore += (before[i] - meanBefore) * (before[i] - meanBefore);
            squareAfter += (after[i] - meanAfter) * (after[i] - meanAfter);
        }
        double norm = Math.max(before.length, Math.sqrt(squareBefore * squareAfter));
        return difference / before.length >= LEAST_DIFFERENCE && product / norm < LEAST_CORRELATION;
    }
}
