package garim.engine.detect;

import java.util.Arrays;

/**
 * A resampler makes a picture of another size: area mean along an axis that shrinks, bilinear along one that grows.
 *
 * <p>Pixel centres correspond (half-pixel rule), so boxes scale by the plain ratio of the sizes.
 */
public final class Resampler {
    private static final int WIDE_BITS = 7;
    private static final int WIDE_ROUND = 1 << (Taps.BITS - WIDE_BITS - 1);
    private static final int LAST_SHIFT = Taps.BITS + WIDE_BITS;
    private static final int LAST_ROUND = 1 << (LAST_SHIFT - 1);

    private Resampler() {}

    /** The picture at another size; the very same picture when the size does not change. */
    public static Picture resize(Picture source, int width, int height) {
        if (source.width() == width && source.height() == height) {
            return source;
        }
        Taps across = Taps.between(source.width(), width);
        Taps down = Taps.between(source.height(), height);
        return new Picture(
                width,
                height,
                resizePlane(source.red(), source, across, down),
                resizePlane(source.green(), source, across, down),
                resizePlane(source.blue(), source, across, down));
    }

    private static byte[] resizePlane(byte[] plane, Picture source, Taps across, Taps down) {
        int width = across.length();
        short[] wide = new short[source.height() * width];
        for (int y = 0; y < source.height(); y++) {
            stretchRow(plane, y * source.width(), across, wide, y * width);
        }
        byte[] result = new byte[width * down.length()];
        int[] sum = new int[width];
        for (int y = 0; y < down.length(); y++) {
            mixRows(wide, down, y, sum);
            for (int x = 0; x < width; x++) {
                result[y * width + x] = (byte) (sum[x] >> LAST_SHIFT);
            }
        }
        return result;
    }

    private static void stretchRow(byte[] plane, int from, Taps across, short[] wide, int to) {
        switch (across.taps()) {
            case 2 -> stretchByTwo(plane, from, across, wide, to);
            case 3 -> stretchByThree(plane, from, across, wide, to);
            case 4 -> stretchByFour(plane, from, across, wide, to);
            default -> stretchByMany(plane, from, across, wide, to);
        }
    }

    // Written out for the few weights that are usual: the short loop over them costs more than the sums in it.
    private static void stretchByTwo(byte[] plane, int from, Taps across, short[] wide, int to) {
        int[] weights = across.weights();
        for (int x = 0; x < across.length(); x++) {
            int at = from + across.first(x);
            int sum = WIDE_ROUND + weights[2 * x] * (plane[at] & 0xff) + weights[2 * x + 1] * (plane[at + 1] & 0xff);
            wide[to + x] = (short) (sum >> (Taps.BITS - WIDE_BITS));
        }
    }

    private static void stretchByThree(byte[] plane, int from, Taps across, short[] wide, int to) {
        int[] weights = across.weights();
        for (int x = 0; x < across.length(); x++) {
            int at = from + across.first(x);
            int sum = WIDE_ROUND
                    + weights[3 * x] * (plane[at] & 0xff)
                    + weights[3 * x + 1] * (plane[at + 1] & 0xff)
                    + weights[3 * x + 2] * (plane[at + 2] & 0xff);
            wide[to + x] = (short) (sum >> (Taps.BITS - WIDE_BITS));
        }
    }

    private static void stretchByFour(byte[] plane, int from, Taps across, short[] wide, int to) {
        int[] weights = across.weights();
        for (int x = 0; x < across.length(); x++) {
            int at = from + across.first(x);
            int sum = WIDE_ROUND
                    + weights[4 * x] * (plane[at] & 0xff)
                    + weights[4 * x + 1] * (plane[at + 1] & 0xff)
                    + weights[4 * x + 2] * (plane[at + 2] & 0xff)
                    + weights[4 * x + 3] * (plane[at + 3] & 0xff);
            wide[to + x] = (short) (sum >> (Taps.BITS - WIDE_BITS));
        }
    }

    private static void stretchByMany(byte[] plane, int from, Taps across, short[] wide, int to) {
        int taps = across.taps();
        for (int x = 0; x < across.length(); x++) {
            int first = from + across.first(x);
            int sum = WIDE_ROUND;
            for (int k = 0; k < taps; k++) {
                sum += across.weight(x, k) * (plane[first + k] & 0xff);
            }
            wide[to + x] = (short) (sum >> (Taps.BITS - WIDE_BITS));
        }
    }

    private static void mixRows(short[] wide, Taps down, int y, int[] sum) {
        int width = sum.length;
        Arrays.fill(sum, LAST_ROUND);
        for (int k = 0; k < down.taps(); k++) {
            int weight = down.weight(y, k);
            int row = (down.first(y) + k) * width;
            if (weight != 0) {
                for (int x = 0; x < width; x++) {
                    sum[x] += weight * wide[row + x];
                }
            }
        }
    }
}
