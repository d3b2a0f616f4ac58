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

    /** One changed cell is enough: a face of ten pixels is not much larger. */
    private static final int LEAST_CELLS = 1;

    private final double wholeEverySeconds;
    private Optional<ReducedLuma> reference = Optional.empty();
    private float[] deviation = new float[0];
    private double lastWhole;

    /**
     * Creates a watch.
     *
     * @param wholeEverySeconds longest time after which the whole picture is looked at again, however still it is
     */
    public ChangeWatch(double wholeEverySeconds) {
        this.wholeEverySeconds = wholeEverySeconds;
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
        if (isNewScene || reference.isEmpty() || seconds - lastWhole >= wholeEverySeconds) {
            reference = Optional.of(now);
            lastWhole = seconds;
            if (isNewScene || deviation.length != now.values().length) {
                deviation = new float[now.values().length];
                Arrays.fill(deviation, FIRST_DEVIATION);
            }
            return List.of(new Box(0, 0, luma.width(), luma.height()));
        }
        return MovingRegions.of(changed(reference.get().values(), now.values()), now, LEAST_CELLS);
    }

    /** The cells that differ; they are taken over as looked at, the others keep what they were. */
    private BitSet changed(float[] before, float[] now) {
        float light = ReducedLuma.commonChange(before, now);
        BitSet changed = new BitSet(now.length);
        for (int cell = 0; cell < now.length; cell++) {
            float difference = Math.abs(now[cell] - before[cell] - light);
            if (difference > Math.clamp(DEVIATIONS * deviation[cell], LEAST_STEP, MOST_STEP)) {
                changed.set(cell);
                before[cell] = now[cell] - light;
            } else {
                deviation[cell] += (difference - deviation[cell]) * LEARN;
            }
        }
        return changed;
    }
}
