package garim.engine.motion;

import garim.engine.frame.Box;
import garim.engine.frame.Plane;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/**
 * Remembers what each part of the picture looked like when it was last looked at, and tells which parts are different
 * now. What has not changed need not be looked at again; now and then everything is, because detectors err. Light that
 * rises or falls everywhere is no change. Used by one thread.
 */
public final class ChangeWatch {
    /** Least change of a cell's mean luma that counts, in levels. */
    private static final float LEAST_STEP = 3;

    /** Mean deviations of a cell that count as a change; of noise, one in many millions does. */
    private static final float DEVIATIONS = 8;

    /** Deviation that a cell is believed to have before it was seen often. */
    private static final float FIRST_DEVIATION = 1.2f;

    /** What a new sample counts for the usual deviation. */
    private static final float LEARN = 0.05f;

    /** A cell whose light flickers this much is looked at whenever it moves, however usual that is for it. */
    private static final float MOST_STEP = 12;

    /** A change that counts in one cell alone, in levels: a face of ten pixels is not much larger than a cell. */
    private static final float STRONG_STEP = 12;

    /** So many cells near each other count however little each changes; what a codec does to a still picture is fewer. */
    private static final int LEAST_WEAK_CELLS = 6;

    private static final double FIRST_WHOLE_SECONDS = 2;
    private static final double LAST_WHOLE_SECONDS = 32;

    /** A scene is looked at again when it is so many times as old: between the second look and that one nobody new was seen (measured). */
    private static final double AGES = 4;

    private final double shortestSeconds;
    private final double longestSeconds;
    private Optional<ReducedLuma> reference = Optional.empty();
    private float[] deviation = new float[0];
    private double lastWhole;
    private double sceneStart;

    /**
     * Creates a watch.
     *
     * @param shortestSeconds time after which the whole picture of a new scene is looked at again, however still it is
     * @param longestSeconds the same for an old scene; in between, a scene is looked at again when it is four times as old
     */
    public ChangeWatch(double shortestSeconds, double longestSeconds) {
        this.shortestSeconds = shortestSeconds;
        this.longestSeconds = longestSeconds;
    }

    /** A watch for detectors, which see in one frame what they missed in another, but seldom where the two are alike. */
    public static ChangeWatch patient() {
        return new ChangeWatch(FIRST_WHOLE_SECONDS, LAST_WHOLE_SECONDS);
    }

    /**
     * Takes a frame that is about to be looked at.
     *
     * @param luma its brightness; read, not kept
     * @param seconds its time, rising
     * @param isNewScene true when nothing that was seen before holds any more
     * @return bounds of what differs from the last look, in pixels, may reach outside the picture by one cell; the whole
     *     picture when that is due; empty when nothing changed
     */
    public List<Box> accept(Plane luma, double seconds, boolean isNewScene) {
        ReducedLuma now = ReducedLuma.of(luma);
        if (isNewScene || reference.isEmpty()) {
            sceneStart = seconds;
        }
        double patience = Math.clamp((AGES - 1) * (lastWhole - sceneStart), shortestSeconds, longestSeconds);
        if (isNewScene || reference.isEmpty() || seconds - lastWhole >= patience) {
            reference = Optional.of(now);
            lastWhole = seconds;
            if (isNewScene || deviation.length != now.values().length) {
                deviation = new float[now.values().length];
                Arrays.fill(deviation, FIRST_DEVIATION);
            }
            return List.of(new Box(0, 0, luma.width(), luma.height()));
        }
        return changed(reference.get().values(), now);
    }

    /** The regions that differ; their cells are taken over as looked at, the others keep what they were. */
    private List<Box> changed(float[] before, ReducedLuma now) {
        float[] values = now.values();
        float light = ReducedLuma.commonChange(before, values);
        BitSet changed = new BitSet(values.length);
        BitSet strong = new BitSet(values.length);
        for (int cell = 0; cell < values.length; cell++) {
            float difference = Math.abs(values[cell] - before[cell] - light);
            if (difference > Math.clamp(DEVIATIONS * deviation[cell], LEAST_STEP, MOST_STEP)) {
                changed.set(cell);
                strong.set(cell, difference >= STRONG_STEP);
            }
        }
        MovingRegions regions = MovingRegions.of(changed, now, strong, LEAST_WEAK_CELLS);
        for (int cell = 0; cell < values.length; cell++) {
            if (regions.holds(cell)) {
                before[cell] = values[cell] - light;
            } else {
                deviation[cell] += (Math.abs(values[cell] - before[cell] - light) - deviation[cell]) * LEARN;
            }
        }
        return regions.boxes();
    }
}
