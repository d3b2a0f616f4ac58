package garim.engine.pipeline;

import garim.engine.detect.Detector;
import garim.engine.detect.Picture;
import garim.engine.frame.Box;
import garim.engine.frame.Detection;
import garim.engine.frame.Frame;
import garim.engine.frame.Rotation;
import garim.engine.pipeline.Attention.Focus;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Lets one detector look through a clip: only where something changed, mostly at a glance, and remembers the rest. Where it fails, it is not
 * known what is there.
 */
final class DetectorWatch {
    /**
     * A look at one frame.
     *
     * @param focus where the detector looked
     * @param seen what it saw there, in stored pixels; empty when it failed
     */
    record Look(Focus focus, Optional<List<Detection>> seen) {}

    private final DetectorUse use;
    private final Rotation rotation;
    private final Attention attention;
    private final SightMemory memory = new SightMemory();

    DetectorWatch(DetectorUse use, Rotation rotation, Attention attention) {
        this.use = use;
        this.attention = attention;
        this.rotation = rotation;
    }

    DetectorUse use() {
        return use;
    }

    /** The name under which the cost of such a look is counted. */
    String nameFor(Focus focus) {
        return use.detector().name() + (focus.isThorough() ? "" : " at a glance");
    }

    /** Where to look in the next frame; called in the order of the frames. */
    Focus focus(Frame frame, double seconds, boolean isNewScene) {
        return attention.focus(frame, seconds, isNewScene);
    }

    /** Looks; may be called from any thread. */
    Look look(Picture picture, Frame frame, Focus focus) {
        try {
            return new Look(focus, Optional.of(seen(picture, frame, focus)));
        } catch (RuntimeException e) {
            // Whatever made it fail, nobody knows what it would have seen.
            return new Look(focus, Optional.empty());
        }
    }

    /**
     * What is to be seen in a frame; called in the order of the frames.
     *
     * @param look what {@link #look} gave
     * @param view makes the picture of the frame again, when all of it must be looked at after all
     * @return detections in stored pixels; empty when it is not known
     */
    Optional<List<Detection>> complete(Frame frame, Look look, Function<Frame, Picture> view) {
        Optional<List<Detection>> all = remember(look);
        if (all.isPresent() || look.focus().isWhole()) {
            return all;
        }
        Focus whole = Focus.whole(new Box(0, 0, frame.width(), frame.height()));
        return remember(look(view.apply(frame), frame, whole));
    }

    /** It is not known what the detector would have seen. */
    void forget() {
        memory.forget();
    }

    private Optional<List<Detection>> remember(Look look) {
        if (look.seen().isEmpty()) {
            forget();
            return Optional.empty();
        }
        return memory.complete(look.focus(), look.seen().get());
    }

    private List<Detection> seen(Picture picture, Frame frame, Focus focus) {
        Detector detector = focus.isThorough() ? use.detector() : use.detector().glance();
        return focus.seenBy(detector, picture, frame, rotation).stream()
                .map(DetectorWatch::rounded)
                .toList();
    }

    /** Rounded to what the plan's JSON holds, so that a plan in memory and one from a file render the same. */
    private static Detection rounded(Detection seen) {
        Box box = seen.box();
        Box tidy = new Box(hundredth(box.x()), hundredth(box.y()), hundredth(box.width()), hundredth(box.height()));
        return new Detection(seen.kind(), tidy, Math.round(seen.score() * 1e4) / 1e4, seen.source());
    }

    private static double hundredth(double value) {
        return Math.round(value * 100) / 100.0;
    }
}
