package garim.engine.track;

import garim.engine.frame.Plane;

/** The slow plain twin of {@link LumaPyramid}: one sample at a time. */
final class PlainPyramid {
    private PlainPyramid() {}

    /** A sample of the largest level: the mean of a square of the plane. */
    static int reduced(Plane luma, int cell, int x, int y) {
        int sum = 0;
        for (int i = 0; i < cell * cell; i++) {
            sum += luma.at(x * cell + i % cell, y * cell + i / cell);
        }
        return sum / (cell * cell);
    }

    /** A sample of a level out of the one before it. */
    static int halved(LumaPyramid.Level large, int x, int y) {
        int sum = 0;
        for (int k = 0; k < 4; k++) {
            sum += large.values()[(2 * y + k / 2) * large.width() + 2 * x + k % 2] & 0xff;
        }
        return (sum + 2) / 4;
    }

    /** The samples around a place, each by itself. */
    static float[] window(LumaPyramid.Level level, float x, float y, int radius) {
        float[] samples = new float[(2 * radius + 1) * (2 * radius + 1)];
        int next = 0;
        for (int dy = -radius; dy <= radius; dy++) {
            for (int dx = -radius; dx <= radius; dx++) {
                samples[next++] = level.sample(x + dx, y + dy);
            }
        }
        return samples;
    }
}
