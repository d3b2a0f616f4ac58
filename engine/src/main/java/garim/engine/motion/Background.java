package garim.engine.motion;

import java.util.BitSet;
import java.util.List;

/**
 * A background is the mean and the usual deviation of every cell while nothing stands in it, as a running average
 * (Wren et al., Pfinder, 1997). Cells in which something moves hardly change it, so that a person who stops is held.
 */
final class Background {
    /** Least difference that counts as movement, in luma levels. */
    private static final float LEAST_STEP = 9;

    /** Deviations from the mean that count as movement. */
    private static final float DEVIATIONS = 4.5f;

    /** Seconds after which half of an old background is forgotten. */
    private static final double HALF_LIFE_SECONDS = 8;

    /** The same where something stands; long, because a person who sits down must stay covered. */
    private static final double HELD_HALF_LIFE_SECONDS = 1800;

    private final float[] mean;
    private final float[] deviation;
    private double lastSeconds;

    private Background(float[] mean, float[] deviation, double seconds) {
        this.mean = mean;
        this.deviation = deviation;
        this.lastSeconds = seconds;
    }

    /** Learns from samples: the median of each cell, so that whoever passes by in fewer than half of them is left out. */
    static Background learn(List<ReducedLuma> samples, double seconds) {
        int cells = samples.getFirst().values().length;
        float[] mean = new float[cells];
        float[] deviation = new float[cells];
        float[] column = new float[samples.size()];
        for (int cell = 0; cell < cells; cell++) {
            for (int i = 0; i < column.length; i++) {
                column[i] = samples.get(i).values()[cell];
            }
            mean[cell] = ReducedLuma.median(column);
            for (int i = 0; i < column.length; i++) {
                column[i] = Math.abs(samples.get(i).values()[cell] - mean[cell]);
            }
            deviation[cell] = ReducedLuma.median(column);
        }
        return new Background(mean, deviation, seconds);
    }

    /** The cells that differ from the background; learns from those that do not. */
    BitSet moving(ReducedLuma picture, double seconds) {
        float light = ReducedLuma.commonChange(mean, picture.values());
        BitSet moving = new BitSet(mean.length);
        float learn = share(seconds, HALF_LIFE_SECONDS);
        float learnHeld = share(seconds, HELD_HALF_LIFE_SECONDS);
        for (int cell = 0; cell < mean.length; cell++) {
            float difference = picture.values()[cell] - light - mean[cell];
            boolean differs = Math.abs(difference) > Math.max(LEAST_STEP, DEVIATIONS * deviation[cell]);
            moving.set(cell, differs);
            mean[cell] += light * learn + difference * (differs ? learnHeld : learn);
            if (!differs) {
                deviation[cell] += (Math.abs(difference) - deviation[cell]) * learn;
            }
        }
        lastSeconds = seconds;
        return moving;
    }

    private float share(double seconds, double halfLife) {
        return (float) (1 - Math.pow(0.5, Math.max(0, seconds - lastSeconds) / halfLife));
    }
}
