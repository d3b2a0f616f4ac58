package garim.engine.pipeline;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The thorough looks of a camera, made while there is time to spare: one at a time, of one detector after the other. They add to
 * what glances see and vouch for nothing; one that failed is made again at once. Used by the thread of the camera.
 */
final class SpareLooks {
    /** Each detector looks so often at most; more shows little that is new. */
    private static final double EVERY_SECONDS = 2;

    /** What only a thorough look sees is followed until the next but one. */
    static final double HOLD_SECONDS = 8;

    private final List<LiveDetector> detectors;
    private int turn;

    /** Looks of these detectors. */
    SpareLooks(List<LiveDetector> detectors) {
        this.detectors = List.copyOf(detectors);
    }

    /**
     * Begins a look, if it is time for one and nothing else is waiting.
     *
     * @param hasTime true when there is time to spare
     */
    void look(LiveLook look, boolean hasTime) {
        if (underWay().findAny().isPresent()) {
            return;
        }
        for (int i = 0; i < detectors.size(); i++) {
            LiveDetector next = detectors.get((turn + i) % detectors.size());
            if (next.isFailing() || (hasTime && next.isDue(look.scene(), look.seconds(), EVERY_SECONDS))) {
                turn = (turn + i + 1) % detectors.size();
                next.look(look);
                return;
            }
        }
    }

    /** True for a detector of these. */
    boolean has(LiveDetector detector) {
        return detectors.contains(detector);
    }

    /** True while a look that failed has not been made again: nobody knows what it would have seen. */
    boolean isFailing() {
        return detectors.stream().anyMatch(LiveDetector::isFailing);
    }

    /** The look that has not been answered yet, if there is one. */
    Stream<LiveLook> underWay() {
        return detectors.stream().map(LiveDetector::underWay).flatMap(Optional::stream);
    }
}
