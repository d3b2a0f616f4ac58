package garim.engine.track;

import garim.engine.frame.Box;

/** How a target looked when it was detected: a few samples without their light and contrast. */
final class Look {
    private static final int SIDE = 12;

    private final float[] samples;

    private Look(float[] samples) {
        this.samples = samples;
    }

    static Look at(LumaPyramid picture, Box box) {
        return new Look(samples(picture, box));
    }

    /** True when what stands there has at least this correlation with the look; a blank one is like everything. */
    boolean isLike(LumaPyramid picture, Box box, double leastCorrelation) {
        float[] other = samples(picture, box);
        double product = 0;
        double own = 0;
        double its = 0;
        for (int i = 0; i < samples.length; i++) {
            product += samples[i] * other[i];
            own += samples[i] * samples[i];
            its += other[i] * other[i];
        }
        double norm = Math.sqrt(own * its);
        return norm < samples.length || product / norm >= leastCorrelation;
    }

    private static float[] samples(LumaPyramid picture, Box box) {
        float[] values = new float[SIDE * SIDE];
        float sum = 0;
        for (int row = 0; row < SIDE; row++) {
            for (int column = 0; column < SIDE; column++) {
                double x = (box.x() + box.width() * (column + 0.5) / SIDE) / picture.reduction();
                double y = (box.y() + box.height() * (row + 0.5) / SIDE) / picture.reduction();
                float value = picture.base().sample((float) x, (float) y);
                values[row * SIDE + column] = value;
                sum += value;
            }
        }
        for (int i = 0; i < values.length; i++) {
            values[i] -= sum / values.length;
        }
        return values;
    }
}
