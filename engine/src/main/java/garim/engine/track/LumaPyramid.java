package garim.engine.track;

import garim.engine.frame.Plane;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A luma pyramid is the brightness of a frame at several sizes, each half of the one before, for following pixels.
 *
 * @param reduction pixels of the frame along a side of a pixel of the largest level
 * @param levels the largest first, at least one
 */
record LumaPyramid(int reduction, List<Level> levels) {
    /** Enough to follow a face of ten pixels in a picture of this size, and little enough to keep seconds of it. */
    private static final int MOST_COLUMNS = 960;

    private static final int MOST_LEVELS = 4;
    private static final int LEAST_SIDE = 24;

    /**
     * One size of the picture.
     *
     * @param width columns
     * @param height rows
     * @param values luma 0-255, row after row
     */
    @SuppressWarnings("ArrayRecordComponent") // shared for speed, never compared
    record Level(int width, int height, byte[] values) {
        /** Luma between four pixels; the border pixels go on outside. */
        float sample(float x, float y) {
            float insideX = Math.clamp(x, 0, width - 1);
            float insideY = Math.clamp(y, 0, height - 1);
            int left = Math.min((int) insideX, Math.max(0, width - 2));
            int top = Math.min((int) insideY, Math.max(0, height - 2));
            int right = Math.min(left + 1, width - 1);
            int bottom = Math.min(top + 1, height - 1);
            float shareX = insideX - left;
            float shareY = insideY - top;
            float above = at(left, top) * (1 - shareX) + at(right, top) * shareX;
            float below = at(left, bottom) * (1 - shareX) + at(right, bottom) * shareX;
            return above * (1 - shareY) + below * shareY;
        }

        /**
         * The samples around a place, a pixel apart: the same as {@link #sample} for each, but faster where no border is
         * near, because all of them lie between pixels alike.
         *
         * @param radius samples on every side of the place
         * @param samples takes {@code (2 * radius + 1)} squared values, row after row
         */
        void samples(float x, float y, int radius, float[] samples) {
            int left = (int) Math.floor(x) - radius;
            int top = (int) Math.floor(y) - radius;
            int side = 2 * radius + 1;
            if (left < 0 || top < 0 || left + side >= width || top + side >= height) {
                samplesAtBorder(x, y, radius, samples);
                return;
            }
            float shareX = x - (float) Math.floor(x);
            float shareY = y - (float) Math.floor(y);
            int next = 0;
            for (int row = top; row < top + side; row++) {
                int above = row * width + left;
                int below = above + width;
                float previous = mix(values[above] & 0xff, values[below] & 0xff, shareY);
                for (int column = 1; column <= side; column++) {
                    float current = mix(values[above + column] & 0xff, values[below + column] & 0xff, shareY);
                    samples[next++] = mix(previous, current, shareX);
                    previous = current;
                }
            }
        }

        private void samplesAtBorder(float x, float y, int radius, float[] samples) {
            int next = 0;
            for (int dy = -radius; dy <= radius; dy++) {
                for (int dx = -radius; dx <= radius; dx++) {
                    samples[next++] = sample(x + dx, y + dy);
                }
            }
        }

        private static float mix(float from, float to, float share) {
            return from + (to - from) * share;
        }

        private int at(int x, int y) {
            return values[y * width + x] & 0xff;
        }

        private Level halved() {
            int halfWidth = width / 2;
            int halfHeight = height / 2;
            byte[] half = new byte[halfWidth * halfHeight];
            for (int y = 0; y < halfHeight; y++) {
                halve(values, 2 * y * width, width, 2, half, y * halfWidth, halfWidth);
            }
            return new Level(halfWidth, halfHeight, half);
        }
    }

    LumaPyramid {
        levels = List.copyOf(levels);
    }

    /** The pyramid of a luma plane; the plane is read, not kept. */
    static LumaPyramid of(Plane luma) {
        int reduction = Math.max(1, (luma.width() + MOST_COLUMNS - 1) / MOST_COLUMNS);
        List<Level> levels = new ArrayList<>(List.of(reduced(luma, reduction)));
        while (levels.size() < MOST_LEVELS
                && Math.min(levels.getLast().width(), levels.getLast().height()) >= 2 * LEAST_SIDE) {
            levels.add(levels.getLast().halved());
        }
        return new LumaPyramid(reduction, levels);
    }

    /** The largest level. */
    Level base() {
        return levels.getFirst();
    }

    private static Level reduced(Plane luma, int reduction) {
        int width = Math.max(1, luma.width() / reduction);
        int height = Math.max(1, luma.height() / reduction);
        if (reduction == 2 && luma.height() > 1) {
            return halved(luma, width, height);
        }
        int cell = Math.min(reduction, Math.min(luma.width(), luma.height()));
        byte[] values = new byte[width * height];
        byte[] line = new byte[luma.width()];
        int[] sums = new int[width];
        for (int y = 0; y < height; y++) {
            Arrays.fill(sums, 0);
            for (int row = y * cell; row < (y + 1) * cell; row++) {
                luma.bytes().get(row * luma.stride(), line, 0, line.length);
                for (int x = 0; x < width; x++) {
                    for (int i = x * cell; i < (x + 1) * cell; i++) {
                        sums[x] += line[i] & 0xff;
                    }
                }
            }
            for (int x = 0; x < width; x++) {
                values[y * width + x] = (byte) (sums[x] / (cell * cell));
            }
        }
        return new Level(width, height, values);
    }

    /** What {@link #reduced} gives for the most usual sizes of pictures, several times faster. */
    private static Level halved(Plane luma, int width, int height) {
        byte[] values = new byte[width * height];
        byte[] lines = new byte[2 * luma.width()];
        for (int y = 0; y < height; y++) {
            luma.bytes().get(2 * y * luma.stride(), lines, 0, luma.width());
            luma.bytes().get((2 * y + 1) * luma.stride(), lines, luma.width(), luma.width());
            halve(lines, 0, luma.width(), 0, values, y * width, width);
        }
        return new Level(width, height, values);
    }

    /** Means of two by two samples of a row and the one that begins a stride later; {@code round} is added to each sum. */
    private static void halve(byte[] from, int above, int stride, int round, byte[] into, int at, int count) {
        int below = above + stride;
        for (int x = 0; x < count; x++) {
            int upper = (from[above + 2 * x] & 0xff) + (from[above + 2 * x + 1] & 0xff);
            int lower = (from[below + 2 * x] & 0xff) + (from[below + 2 * x + 1] & 0xff);
            into[at + x] = (byte) ((upper + lower + round) >> 2);
        }
    }
}
