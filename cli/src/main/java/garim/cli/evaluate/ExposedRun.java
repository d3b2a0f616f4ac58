package garim.cli.evaluate;

import java.util.List;

/**
 * An exposed run is a time in which one target stood open without a break.
 *
 * <p>Annotated frames are sparse, so its true length lies between two bounds: at least the frames seen open, at most all
 * frames between the last one seen covered before and the first one seen covered after. The second is reported, bounded
 * by the first and the last annotated frame of the target's presence, because nobody looked beyond. Frames in which the
 * target is to be ignored neither start nor end a run; frames from which it is known to be absent end it.
 *
 * @param annotated leaking annotated frames
 * @param frames frames of the clip that may have been open, never fewer than {@code annotated}
 */
public record ExposedRun(int annotated, int frames) {
    /** No leak. */
    public static final ExposedRun NONE = new ExposedRun(0, 0);

    /** What was seen of a target in one annotated frame. */
    enum Sight {
        /** Covered well enough. */
        COVERED,
        /** Not covered well enough. */
        OPEN,
        /** Annotated as not there. */
        ABSENT
    }

    /** One annotated frame in the life of a target. */
    record Look(int frame, Sight sight) {}

    /** The longest run, by each measure on its own, in looks of rising frames. */
    static ExposedRun longest(List<Look> looks) {
        ExposedRun longest = NONE;
        int annotated = 0;
        int start = -1;
        for (int i = 0; i < looks.size(); i++) {
            Look look = looks.get(i);
            if (look.sight() != Sight.OPEN) {
                annotated = 0;
                continue;
            }
            annotated++;
            start = annotated == 1 ? firstPossible(looks, i) : start;
            longest = longest.max(new ExposedRun(annotated, lastPossible(looks, i) - start + 1));
        }
        return longest;
    }

    /** The longer one by each measure on its own. */
    ExposedRun max(ExposedRun other) {
        return new ExposedRun(Math.max(annotated, other.annotated), Math.max(frames, other.frames));
    }

    private static int firstPossible(List<Look> looks, int index) {
        boolean coveredBefore = index > 0 && looks.get(index - 1).sight() == Sight.COVERED;
        return coveredBefore
                ? looks.get(index - 1).frame() + 1
                : looks.get(index).frame();
    }

    private static int lastPossible(List<Look> looks, int index) {
        boolean coveredAfter = index + 1 < looks.size() && looks.get(index + 1).sight() == Sight.COVERED;
        return coveredAfter
                ? looks.get(index + 1).frame() - 1
                : looks.get(index).frame();
    }
}
