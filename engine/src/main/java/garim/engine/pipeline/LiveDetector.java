package garim.engine.pipeline;

import garim.engine.detect.Detector;
import garim.engine.detect.UprightView;
import garim.engine.frame.Box;
import garim.engine.frame.Detection;
import garim.engine.frame.Frame;
import garim.engine.frame.Rotation;
import garim.engine.motion.Glimpse;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

/**
 * One detector of a camera: looks at a glance, at one frame at a time, on another thread. All methods are called by the thread
 * of the camera.
 */
final class LiveDetector {
    /**
     * What came of a look.
     *
     * @param of who looked
     * @param look at what
     * @param seen targets in stored pixels; empty when the detector failed
     */
    record Answer(LiveDetector of, LiveLook look, Optional<List<Detection>> seen) {}

    /** One that was slow may be quick again, and only a look tells. */
    private static final double LONGEST_PAUSE = 1;

    /** A look is to be answered before what was seen in the one before is held no longer; looks take now longer, now shorter. */
    private static final double LOOK_RESERVE = 1.5;

    /** Of the time that passes, a detector spends at most this share on looks, its waits for a worker included. */
    private static final double MOST_LOOKING = 0.6;

    /** The same for one whose answers come too late to say who is between two looks, so that others get on. */
    private static final double MOST_LOOKING_WHEN_SLOW = 0.25;

    private static final double NANOS = 1e9;

    /** What the picture was like at the latest look that was answered. */
    private record LookedAt(Glimpse glimpse, int scene, double seconds) {}

    private final double heldSeconds;
    private final DetectorWatch watch;
    private final ThreadLocal<UprightView> views;
    private final Queue<Answer> answers;
    private final Executor workers;
    private final Vouching vouching;
    private Optional<LiveLook> underWay = Optional.empty();
    private Optional<LookedAt> answered = Optional.empty();
    private double lookSeconds;
    private int scene = -1;
    private double lastLook = Double.NEGATIVE_INFINITY;
    private boolean isFailing;

    /**
     * A detector.
     *
     * @param longestSeconds two looks that are farther apart say nothing of what is between them
     * @param heldSeconds what was seen is covered for so long while its pixels are followed
     */
    LiveDetector(
            DetectorUse use,
            Rotation rotation,
            double longestSeconds,
            double heldSeconds,
            Queue<Answer> answers,
            Executor workers) {
        this.heldSeconds = heldSeconds;
        Detector glance = use.detector().glance();
        DetectorUse glancing = new DetectorUse(glance, use.models(), use.stride());
        this.watch = new DetectorWatch(glancing, rotation, Attention.thorough());
        this.views = ThreadLocal.withInitial(() -> new UprightView(rotation));
        this.vouching = new Vouching(longestSeconds * use.stride());
        this.answers = answers;
        this.workers = workers;
    }

    Vouching vouching() {
        return vouching;
    }

    /** True when the latest look that was answered failed. */
    boolean isFailing() {
        return isFailing;
    }

    /** The look that has not been answered yet. */
    Optional<LiveLook> underWay() {
        return underWay;
    }

    /**
     * True when it is to look at a frame of this scene and time, and can.
     *
     * @param every seconds from look to look
     * @param share of the time that it may spend, 1 for what is usual
     */
    boolean isDue(int sceneNow, double seconds, double every, double share) {
        double most = lookSeconds > every ? MOST_LOOKING_WHEN_SLOW : MOST_LOOKING;
        double longest = Math.max(lookSeconds, Math.min(LONGEST_PAUSE, heldSeconds - LOOK_RESERVE * lookSeconds));
        double pause = Math.max(every, Math.min(longest, lookSeconds / (most * share)));
        return underWay.isEmpty() && (scene != sceneNow || seconds - lastLook >= pause);
    }

    /** True when it answered to a look at this scene, and did not fail since. */
    boolean hasLookedAt(int sceneNow) {
        return answered.filter(look -> look.scene() == sceneNow).isPresent();
    }

    /**
     * What changed since the latest look that was answered, in pixels of the stored picture.
     *
     * @return empty when there was none in this scene, or not for too long, or the latest one failed
     */
    Optional<List<Box>> changedIn(Glimpse glimpse, int sceneNow, double seconds) {
        return answered.filter(look -> look.scene() == sceneNow && Math.abs(seconds - look.seconds()) <= heldSeconds)
                .map(look -> look.glimpse().changedIn(glimpse));
    }

    /** Begins a look; where nothing has changed it is answered at once. */
    void look(LiveLook look) {
        boolean isNewScene = scene != look.scene();
        scene = look.scene();
        lastLook = look.seconds();
        underWay = Optional.of(look);
        Attention.Focus focus = watch.focus(look.frame(), look.seconds(), isNewScene);
        if (focus.regions().isEmpty()) {
            answers.add(new Answer(this, look, completed(look, new DetectorWatch.Look(focus, Optional.of(List.of())))));
        } else {
            hand(look, focus);
        }
    }

    private void hand(LiveLook look, Attention.Focus focus) {
        Frame copy = look.copy();
        try {
            workers.execute(() -> answers.add(new Answer(this, look, seen(look, copy, focus))));
        } catch (RejectedExecutionException e) {
            answers.add(new Answer(this, look, Optional.empty()));
        }
    }

    private Optional<List<Detection>> seen(LiveLook look, Frame copy, Attention.Focus focus) {
        try {
            return completed(look, watch.look(views.get().of(copy), copy, focus));
        } catch (RuntimeException | Error e) {
            // Whatever it was, nobody knows what is in the frame; whoever runs the camera sees it masked whole, and
            // counted.
            return Optional.empty();
        }
    }

    private Optional<List<Detection>> completed(LiveLook look, DetectorWatch.Look answer) {
        return watch.complete(look.frame(), answer, frame -> {
            throw new IllegalStateException("after a failure the next look is at everything");
        });
    }

    /**
     * Takes the answer to the look that is under way.
     *
     * @param now nanoseconds of the clock of the camera
     */
    void take(Answer answer, long now) {
        underWay = Optional.empty();
        lookSeconds = Math.max(0, now - answer.look().begun()) / NANOS;
        isFailing = answer.seen().isEmpty();
        if (isFailing) {
            vouching.failed();
            watch.forget();
            scene = -1;
            answered = Optional.empty();
        } else {
            LiveLook look = answer.look();
            answered = Optional.of(new LookedAt(look.glimpse(), look.scene(), look.seconds()));
            vouching.answered(
                    answer.look().number(), answer.look().scene(), answer.look().seconds());
        }
    }
}
