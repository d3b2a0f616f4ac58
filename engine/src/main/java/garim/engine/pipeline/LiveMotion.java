package garim.engine.pipeline;

import garim.engine.frame.Box;
import garim.engine.frame.Frame;
import garim.engine.motion.FrameMotion;
import garim.engine.motion.MotionWatch;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** What moves in the latest frames of a camera, if that was asked for. Used by one thread. */
final class LiveMotion {
    /** What moves in a frame is covered so long before and after it too. */
    private static final double REACH_SECONDS = 0.4;

    private record Moment(double seconds, Optional<FrameMotion> motion) {}

    private final boolean isWanted;
    private final NavigableMap<Integer, Moment> moments = new TreeMap<>();
    private MotionWatch watch = new MotionWatch();

    LiveMotion(boolean isWanted) {
        this.isWanted = isWanted;
    }

    boolean isWanted() {
        return isWanted;
    }

    /** Looks at the next frame; at every one, because it is cheap. */
    void accept(Frame frame, double seconds, boolean isNewScene) {
        if (!isWanted) {
            return;
        }
        if (isNewScene) {
            // The background of another scene says nothing; a new one is learned, and all is masked until then.
            watch = new MotionWatch();
        }
        moments.put(frame.index(), new Moment(seconds, Optional.empty()));
        for (FrameMotion motion : watch.accept(frame, seconds)) {
            moments.computeIfPresent(
                    motion.frame(), (number, moment) -> new Moment(moment.seconds(), Optional.of(motion)));
        }
    }

    /** What moves in or near a frame; empty when nobody can tell. */
    Optional<List<Box>> at(int frame) {
        Moment moment = moments.get(frame);
        if (moment == null
                || moment.motion().filter(motion -> !motion.isUnknown()).isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(moments.values().stream()
                .filter(other -> Math.abs(other.seconds() - moment.seconds()) <= REACH_SECONDS)
                .flatMap(other -> other.motion().stream())
                .flatMap(motion -> motion.regions().stream())
                .distinct()
                .toList());
    }

    /** Forgets what no frame from this one on can need. */
    void forgetBefore(int frame) {
        Moment moment = moments.get(frame);
        while (moment != null
                && moment.seconds() - moments.firstEntry().getValue().seconds() > REACH_SECONDS) {
            moments.pollFirstEntry();
        }
    }
}
