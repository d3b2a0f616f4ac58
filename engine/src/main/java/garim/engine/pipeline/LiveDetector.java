package garim.engine.pipeline;

import garim.engine.detect.Detector;
import garim.engine.frame.Detection;
import garim.engine.frame.Frame;
import garim.engine.frame.Rotation;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

/**
 * One detector of a camera: looks at one frame at a time, on another thread. All methods are called by the thread of the
 * camera.
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

    private final DetectorWatch watch;
    private final Rotation rotation;
    private final Queue<Answer> answers;
    private final Executor workers;
    private final Vouching vouching;
    private Optional<LiveLook> underWay = Optional.empty();
    private int scene = -1;
    private double lastLook = Double.NEGATIVE_INFINITY;
    private boolean isFailing;

    private LiveDetector(
            DetectorUse use, Rotation rotation, double longestSeconds, Queue<Answer> answers, Executor workers) {
        this.watch = new DetectorWatch(use, rotation, Attention.thorough());
        this.rotation = rotation;
        this.vouching = new Vouching(longestSeconds * use.stride());
        this.answers = answers;
        this.workers = workers;
    }

    /** One that looks at a glance. */
    static LiveDetector glancing(
            DetectorUse use, Rotation rotation, double longestSeconds, Queue<Answer> answers, Executor workers) {
        Detector glance = use.detector().glance();
        DetectorUse glancing = new DetectorUse(glance, use.models(), use.stride());
        return new LiveDetector(glancing, rotation, longestSeconds, answers, workers);
    }

    /** One that looks thoroughly. */
    static LiveDetector thorough(DetectorUse use, Rotation rotation, Queue<Answer> answers, Executor workers) {
        return new LiveDetector(use, rotation, 0, answers, workers);
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

    /** True when it is to look at a frame of this scene and time, and can. */
    boolean isDue(int sceneNow, double seconds, double every) {
        return underWay.isEmpty() && (scene != sceneNow || seconds - lastLook >= every);
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
            return completed(look, watch.look(look.picture(copy, rotation), copy, focus));
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

    /** Takes the answer to the look that is under way. */
    void take(Answer answer) {
        underWay = Optional.empty();
        isFailing = answer.seen().isEmpty();
        if (isFailing) {
            vouching.failed();
            watch.forget();
            scene = -1;
        } else {
            vouching.answered(
                    answer.look().number(), answer.look().scene(), answer.look().seconds());
        }
    }
}
