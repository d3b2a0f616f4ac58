package garim.engine.pipeline;

import garim.engine.frame.Box;
import garim.engine.frame.Detection;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What one detector saw last, wherever it did not look again: where nothing changed, what was there is there. Used by one
 * thread, in the order of the frames.
 */
final class SightMemory {
    /** A target that is seen so much in the same place is the remembered one. */
    private static final double SAME_TARGET_IOU = 0.3;

    private Optional<List<Detection>> last = Optional.empty();

    /**
     * What is to be seen in a frame after a look.
     *
     * @param focus where the detector looked
     * @param seen what it saw there, in stored pixels
     * @return that and what it saw before elsewhere; empty when it is not known what is elsewhere
     */
    Optional<List<Detection>> complete(Attention.Focus focus, List<Detection> seen) {
        if (focus.isWhole()) {
            last = Optional.of(List.copyOf(seen));
            return last;
        }
        last = last.map(before -> joined(before, focus.regions(), seen));
        return last;
    }

    /** The detector failed: nobody knows what is there until it has looked at the whole picture. */
    void forget() {
        last = Optional.empty();
    }

    private static List<Detection> joined(List<Detection> before, List<Box> regions, List<Detection> seen) {
        List<Detection> all = new ArrayList<>(seen);
        for (Detection old : before) {
            boolean isLookedAt = regions.stream().anyMatch(region -> holds(region, old.box()));
            boolean isSeenAgain = seen.stream().anyMatch(now -> isSame(now, old));
            if (!isLookedAt && !isSeenAgain) {
                all.add(old);
            }
        }
        return List.copyOf(all);
    }

    private static boolean holds(Box region, Box box) {
        return region.x() <= box.x()
                && region.y() <= box.y()
                && region.right() >= box.right()
                && region.bottom() >= box.bottom();
    }

    private static boolean isSame(Detection now, Detection old) {
        return now.kind() == old.kind() && now.box().iou(old.box()) >= SAME_TARGET_IOU;
    }
}
