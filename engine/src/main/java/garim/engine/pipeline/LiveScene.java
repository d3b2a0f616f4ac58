package garim.engine.pipeline;

import garim.engine.frame.Frame;
import garim.engine.motion.CutWatch;
import garim.engine.motion.SteadyWatch;
import java.util.Optional;

/**
 * Tells, frame by frame, which scene a camera shows, and what makes it impossible to go on from what was known before. Used by
 * one thread.
 */
final class LiveScene {
    /** No camera is so slow; after a longer pause nobody knows what happened in it. */
    private static final long LONGEST_PAUSE_NANOS = 2_000_000_000L;

    /** Cuts that follow each other sooner are no scenes but noise; their frames are masked whole whatever anybody sees in them. */
    private static final double SHORTEST_SCENE_SECONDS = 0.5;

    private static final double LEAST_SECONDS = 1e-3;
    private static final double NANOS = 1e9;

    /**
     * What is known of a frame before anybody has looked at it.
     *
     * @param scene number of its scene
     * @param seconds running time, rising
     * @param isNew true for the first frame of a scene
     * @param why the scene is a new one, as long as nobody has looked at it
     * @param trouble why the frame is masked whole whatever anybody sees in it
     */
    record Moment(
            int scene, double seconds, boolean isNew, LiveVerdict.Reason why, Optional<LiveVerdict.Reason> trouble) {}

    private CutWatch cuts = new CutWatch();
    private final SteadyWatch steady = new SteadyWatch();
    private int scene;
    private double seconds;
    private long lastTaken;
    private int width;
    private int height;
    private boolean isTurning;
    private boolean isFlickering;
    private double lastCut = Double.NEGATIVE_INFINITY;
    private Optional<LiveVerdict.Reason> begin = Optional.of(LiveVerdict.Reason.STARTING);
    private LiveVerdict.Reason why = LiveVerdict.Reason.STARTING;

    /** The next frame belongs to a new scene. */
    void interrupt(LiveVerdict.Reason reason) {
        begin = Optional.of(reason);
    }

    /** True when a frame taken then cannot come after the frame before. */
    boolean isBack(long taken) {
        return scene > 0 && taken <= lastTaken;
    }

    Moment accept(Frame frame, long taken) {
        checkSize(frame);
        advance(taken);
        watchCuts(frame);
        boolean isNew = begin.isPresent();
        begin.ifPresent(this::beginScene);
        begin = Optional.empty();
        Optional<LiveVerdict.Reason> trouble = trouble(frame);
        // What is known of the frames before says nothing of those after.
        trouble.ifPresent(this::interrupt);
        return new Moment(scene, seconds, isNew, why, trouble);
    }

    private void watchCuts(Frame frame) {
        boolean isCut = cuts.accept(frame.luma());
        isFlickering = isCut && seconds - lastCut < SHORTEST_SCENE_SECONDS;
        if (isCut) {
            lastCut = seconds;
            begin = begin.or(() -> Optional.of(LiveVerdict.Reason.SCENE_CHANGED));
        }
    }

    private void beginScene(LiveVerdict.Reason reason) {
        scene++;
        why = reason;
        // While the camera turns it must go on being compared with where it was.
        if (!isTurning) {
            steady.restart();
        }
    }

    private Optional<LiveVerdict.Reason> trouble(Frame frame) {
        isTurning = !steady.accept(frame.luma(), seconds);
        if (frame.damaged()) {
            return Optional.of(LiveVerdict.Reason.DAMAGED);
        }
        return isTurning || isFlickering ? Optional.of(LiveVerdict.Reason.SCENE_CHANGED) : Optional.empty();
    }

    private void checkSize(Frame frame) {
        if (frame.width() != width || frame.height() != height) {
            if (width > 0) {
                begin = Optional.of(LiveVerdict.Reason.SIZE_CHANGED);
            }
            width = frame.width();
            height = frame.height();
            cuts = new CutWatch();
        }
    }

    private void advance(long taken) {
        long passed = taken - lastTaken;
        if (scene > 0 && (passed <= 0 || passed > LONGEST_PAUSE_NANOS)) {
            begin = begin.or(() -> Optional.of(LiveVerdict.Reason.TIME_JUMPED));
        }
        boolean isPlain = passed > 0 && passed <= LONGEST_PAUSE_NANOS;
        seconds += Math.max(LEAST_SECONDS, isPlain ? passed / NANOS : 0);
        lastTaken = taken;
    }
}
