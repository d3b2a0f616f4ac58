package garim.engine.motion;

import garim.engine.frame.Frame;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/**
 * Watches a clip for movement. It learns the background from the first seconds before it judges them, so its answers
 * come late, but there is one for every frame it was given, in order. Used by one thread.
 */
public final class MotionWatch {
    /** How much of a clip the background is learned from. */
    private static final double LEARN_SECONDS = 4;

    /** When more of the picture than this differs, the scene changed: a cut, a turned camera, lights off. */
    private static final double SCENE_CHANGE_SHARE = 0.55;

    /** Fewer moving cells than this are noise of the sensor. */
    private static final int LEAST_CELLS = 3;

    private record Waiting(int frame, double seconds, ReducedLuma picture) {}

    private final List<Waiting> waiting = new ArrayList<>();
    private Optional<Background> background = Optional.empty();

    /**
     * Takes the next frame.
     *
     * @param frame its pixels are read, not kept
     * @param seconds its time, rising
     * @return what moves in this or in earlier frames; empty while the background is being learned
     */
    public List<FrameMotion> accept(Frame frame, double seconds) {
        Waiting next = new Waiting(frame.index(), seconds, ReducedLuma.of(frame.luma()));
        if (background.isPresent()) {
            BitSet moving = background.get().moving(next.picture(), seconds);
            if (!isSceneChange(moving, next)) {
                return List.of(answer(moving, next));
            }
            background = Optional.empty();
        }
        waiting.add(next);
        return seconds - waiting.getFirst().seconds() >= LEARN_SECONDS ? finish() : List.of();
    }

    /**
     * What moves in the frames that no answer was given for yet, when the clip has ended. A frame that differs from what
     * was learned around it is unknown.
     */
    public List<FrameMotion> finish() {
        if (waiting.isEmpty()) {
            return List.of();
        }
        Background learned = Background.learn(
                waiting.stream().map(Waiting::picture).toList(),
                waiting.getFirst().seconds());
        List<FrameMotion> answers = new ArrayList<>();
        for (Waiting frame : waiting) {
            BitSet moving = learned.moving(frame.picture(), frame.seconds());
            answers.add(
                    isSceneChange(moving, frame)
                            ? new FrameMotion(frame.frame(), true, List.of())
                            : answer(moving, frame));
        }
        waiting.clear();
        background = Optional.of(learned);
        return answers;
    }

    private static boolean isSceneChange(BitSet moving, Waiting frame) {
        return moving.cardinality() > SCENE_CHANGE_SHARE * frame.picture().values().length;
    }

    private static FrameMotion answer(BitSet moving, Waiting frame) {
        return new FrameMotion(frame.frame(), false, MovingRegions.of(moving, frame.picture(), LEAST_CELLS));
    }
}
