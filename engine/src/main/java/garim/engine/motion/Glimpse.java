package garim.engine.motion;

import garim.engine.frame.Box;
import garim.engine.frame.Plane;
import java.util.BitSet;
import java.util.List;

/**
 * A glimpse is what one picture looked like, reduced to cells, so that a later picture of the same scene can be told to be the
 * same or where it differs. Immutable. Light that rises or falls everywhere is no difference.
 */
public final class Glimpse {
    /** Change of a cell's mean luma that counts, in levels; noise of a cell of some pixels seldom reaches it. */
    private static final float LEAST_STEP = 5;

    /** A change that counts in one cell alone, in levels. */
    private static final float STRONG_STEP = 12;

    /** So many cells near each other count however little each changes. */
    private static final int LEAST_WEAK_CELLS = 3;

    private final ReducedLuma picture;

    private Glimpse(ReducedLuma picture) {
        this.picture = picture;
    }

    /** The glimpse of a picture; its pixels are read, not kept. */
    public static Glimpse of(Plane luma) {
        return new Glimpse(ReducedLuma.of(luma));
    }

    /**
     * Where a later picture of the same size differs.
     *
     * @return bounds in pixels, may reach outside the picture by one cell; none when nothing does
     */
    public List<Box> changedIn(Glimpse later) {
        float[] before = picture.values();
        float[] now = later.picture.values();
        if (before.length != now.length) {
            throw new IllegalArgumentException("pictures of two sizes have nothing in common");
        }
        float light = ReducedLuma.commonChange(before, now);
        BitSet changed = new BitSet(now.length);
        BitSet strong = new BitSet(now.length);
        for (int cell = 0; cell < now.length; cell++) {
            float difference = Math.abs(now[cell] - before[cell] - light);
            changed.set(cell, difference >= LEAST_STEP);
            strong.set(cell, difference >= STRONG_STEP);
        }
        return MovingRegions.of(changed, later.picture, strong, LEAST_WEAK_CELLS)
                .boxes();
    }
}
