package garim.engine.detect.text;

import java.util.Arrays;

/**
 * A patch is a connected set of map cells, as horizontal runs.
 *
 * @param runs triples of row, first column, and column after the last; rows ascend
 * @param cells number of cells
 * @param mean mean value of its cells
 */
@SuppressWarnings("ArrayRecordComponent") // handed on once, never compared
record Patch(int[] runs, int cells, double mean) {
    /** Corners of the cells at the ends of the runs, as x, y pairs; their hull is the hull of the patch. */
    double[] corners() {
        double[] corners = new double[runs.length / 3 * 8];
        int at = 0;
        for (int i = 0; i < runs.length; i += 3) {
            for (int corner = 0; corner < 4; corner++) {
                corners[at++] = runs[i + 1 + corner % 2];
                corners[at++] = runs[i] + corner / 2;
            }
        }
        return Arrays.copyOf(corners, at);
    }
}
