package garim.engine.proof;

import garim.engine.frame.Plane;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Optional;

/** The fine detail of a part of a plane: what each sample differs from the mean of those around it. Reuses its memory. */
final class HighPass {
    private byte[] row = new byte[0];
    private int[] samples = new int[0];
    private int[] across = new int[0];
    private int[] sums = new int[0];
    private float[] detail = new float[0];

    /**
     * Measures the samples of a lattice; at its edges fewer are averaged.
     *
     * @param radius samples on either side that are averaged, from 1
     * @return the detail row by row, as wide as the lattice; overwritten by the next call
     */
    float[] measure(Plane plane, Lattice lattice, int radius) {
        return measure(plane, lattice, radius, Optional.empty());
    }

    /**
     * As the other one, but for prints: where there is ink, the sample before it in the row stands in its place, so that two
     * planes that are alike around the ink have like detail there.
     */
    float[] measure(Plane plane, Lattice lattice, int radius, Optional<PrintMask> prints) {
        int width = lattice.columns();
        int height = lattice.rows();
        reserve(width, height, lattice.step());
        for (int y = 0; y < height; y++) {
            read(plane, lattice, y);
            int line = y;
            prints.ifPresent(mask -> fill(mask.clear(line, lattice), line * width, width));
            sumRow(y * width, width, radius);
        }
        Arrays.fill(sums, 0, width, 0);
        for (int y = 0; y < Math.min(radius, height); y++) {
            add(y * width, width);
        }
        for (int y = 0; y < height; y++) {
            if (y + radius < height) {
                add((y + radius) * width, width);
            }
            if (y - radius - 1 >= 0) {
                remove((y - radius - 1) * width, width);
            }
            int rows = Math.min(height - 1, y + radius) - Math.max(0, y - radius) + 1;
            subtractMean(y * width, width, radius, rows);
        }
        return detail;
    }

    private void reserve(int width, int height, int step) {
        int size = width * height;
        row = row.length < width * step ? new byte[width * step] : row;
        sums = sums.length < width ? new int[width] : sums;
        if (samples.length < size) {
            samples = new int[size];
            across = new int[size];
            detail = new float[size];
        }
    }

    private void read(Plane plane, Lattice lattice, int y) {
        int step = lattice.step();
        int length = (lattice.columns() - 1) * step + 1;
        plane.bytes().get((lattice.top() + y * step) * plane.stride() + lattice.left(), row, 0, length);
        int start = y * lattice.columns();
        for (int x = 0; x < lattice.columns(); x++) {
            samples[start + x] = row[x * step] & 0xff;
        }
    }

    /** A row that is all ink repeats the one above it. */
    private void fill(BitSet clear, int start, int width) {
        int first = clear.nextSetBit(0);
        if (first < 0) {
            System.arraycopy(samples, Math.max(0, start - width), samples, start, width);
            return;
        }
        int last = samples[start + first];
        for (int x = 0; x < width; x++) {
            if (clear.get(x)) {
                last = samples[start + x];
            } else {
                samples[start + x] = last;
            }
        }
    }

    private void sumRow(int start, int width, int radius) {
        int sum = 0;
        for (int x = 0; x < Math.min(radius, width); x++) {
            sum += samples[start + x];
        }
        for (int x = 0; x < width; x++) {
            sum += x + radius < width ? samples[start + x + radius] : 0;
            sum -= x - radius - 1 >= 0 ? samples[start + x - radius - 1] : 0;
            across[start + x] = sum;
        }
    }

    private void add(int start, int width) {
        for (int x = 0; x < width; x++) {
            sums[x] += across[start + x];
        }
    }

    private void remove(int start, int width) {
        for (int x = 0; x < width; x++) {
            sums[x] -= across[start + x];
        }
    }

    private void subtractMean(int start, int width, int radius, int rows) {
        float whole = 1f / ((2 * radius + 1) * rows);
        for (int x = 0; x < width; x++) {
            int columns = Math.min(width - 1, x + radius) - Math.max(0, x - radius) + 1;
            boolean isWhole = columns == 2 * radius + 1;
            detail[start + x] = samples[start + x] - sums[x] * (isWhole ? whole : 1f / (columns * rows));
        }
    }
}
