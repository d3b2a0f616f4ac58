package garim.engine.motion;

import garim.engine.frame.Plane;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Watches a camera for moments in which the picture as a whole is on its way: the camera turns or zooms, the light goes on or
 * off, something covers the lens. Each frame is compared with one of a quarter of a second before. Used by one thread.
 */
public final class SteadyWatch {
    /** What the picture is compared with is so old; slower turns are seen, and a single bad frame is not taken for one. */
    private static final double COMPARED_SECONDS = 0.25;

    /** A cell changed when its mean luma did by more levels than this, apart from the light. */
    private static final float CHANGED_STEP = 12;

    /** When more of the picture than this changed, nobody can tell any more what is new in it. */
    private static final double MOST_CHANGED = 0.45;

    /** Light that jumps by more levels than this may show or hide anything. */
    private static final float MOST_LIGHT = 25;

    /** Farthest shift that is looked for, in cells. */
    private static final int MOST_SHIFT = 16;

    /** Smallest shift of the whole picture that is a turn of the camera and not the wind, in cells. */
    private static final int LEAST_SHIFT = 2;

    /** A shift explains the change when it leaves less than this share of it. */
    private static final double EXPLAINED = 0.5;

    /** Mean difference of the sums of columns or rows below which nothing is to be explained, in levels. */
    private static final double LEAST_DIFFERENCE = 1.5;

    private record Past(double seconds, ReducedLuma picture) {}

    private final Deque<Past> past = new ArrayDeque<>();

    /**
     * Takes the next frame.
     *
     * @param luma its brightness; read, not kept
     * @param seconds its time, rising
     * @return false when the whole picture is on its way; true for the first frame
     */
    public boolean accept(Plane luma, double seconds) {
        ReducedLuma now = ReducedLuma.of(luma);
        if (!past.isEmpty() && past.getLast().picture().values().length != now.values().length) {
            past.clear();
        }
        boolean isSteady = past.isEmpty() || isSteady(reference(seconds).picture(), now);
        past.addLast(new Past(seconds, now));
        return isSteady;
    }

    /** Forgets what was before: after a cut the new scene is compared with itself only. */
    public void restart() {
        past.clear();
    }

    /** The latest picture that is old enough, else the oldest there is. */
    private Past reference(double seconds) {
        while (past.size() > 1 && seconds - second().seconds() >= COMPARED_SECONDS) {
            past.removeFirst();
        }
        return past.getFirst();
    }

    private Past second() {
        return past.stream().skip(1).findFirst().orElseThrow();
    }

    private static boolean isSteady(ReducedLuma before, ReducedLuma now) {
        float light = ReducedLuma.commonChange(before.values(), now.values());
        return Math.abs(light) <= MOST_LIGHT
                && changedShare(before, now, light) <= MOST_CHANGED
                && !isShifted(columns(before), columns(now))
                && !isShifted(rows(before), rows(now));
    }

    private static double changedShare(ReducedLuma before, ReducedLuma now, float light) {
        int changed = 0;
        for (int cell = 0; cell < now.values().length; cell++) {
            float difference = now.values()[cell] - before.values()[cell] - light;
            changed += Math.abs(difference) > CHANGED_STEP ? 1 : 0;
        }
        return (double) changed / now.values().length;
    }

    private static double[] columns(ReducedLuma picture) {
        double[] means = new double[picture.columns()];
        for (int cell = 0; cell < picture.values().length; cell++) {
            means[cell % means.length] += picture.values()[cell] / picture.rows();
        }
        return means;
    }

    private static double[] rows(ReducedLuma picture) {
        double[] means = new double[picture.rows()];
        for (int cell = 0; cell < picture.values().length; cell++) {
            means[cell / picture.columns()] += picture.values()[cell] / picture.columns();
        }
        return means;
    }

    /** True when one profile is the other moved: whoever walks through the picture leaves its ground where it was. */
    private static boolean isShifted(double[] before, double[] now) {
        if (now.length <= 4 * MOST_SHIFT) {
            return false;
        }
        double still = difference(before, now, 0);
        double least = still;
        int best = 0;
        for (int shift = -MOST_SHIFT; shift <= MOST_SHIFT; shift++) {
            double left = difference(before, now, shift);
            if (left < least) {
                least = left;
                best = shift;
            }
        }
        return still >= LEAST_DIFFERENCE && Math.abs(best) >= LEAST_SHIFT && least < EXPLAINED * still;
    }

    /** Mean difference where both profiles, one of them moved, lie over each other; a common change of light is none. */
    private static double difference(double[] before, double[] now, int shift) {
        int from = MOST_SHIFT;
        int to = now.length - MOST_SHIFT;
        double light = 0;
        for (int i = from; i < to; i++) {
            light += now[i] - before[i - shift];
        }
        light /= to - from;
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += Math.abs(now[i] - before[i - shift] - light);
        }
        return sum / (to - from);
    }
}
