package garim.cli.evaluate;

import garim.engine.frame.Box;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Stream;

/**
 * Scores masks against ground truth for one kind of target. Whatever mask lies over a target covers it; false alarms and
 * over-masking are counted of the masks of this kind alone.
 */
public final class Evaluator {
    /** A box counts as found when this share of it is covered, because boxes drawn by hand are loose. */
    public static final double RECALL_SHARE = 0.80;
    /** A target leaks in a frame when less than this share of it is covered. */
    public static final double STRICT_SHARE = 0.95;
    /** A mask is a false alarm when it misses every target even after the target grew so much on every side. */
    public static final double ALARM_GROWTH = 0.50;
    /** So much around a target, on every side, may be masked with it. */
    public static final double MARGIN_GROWTH = 0.30;

    private final ScoredKind kind;

    /** Creates an evaluator of one kind; other targets need no cover. */
    public Evaluator(ScoredKind kind) {
        this.kind = Objects.requireNonNull(kind);
    }

    /**
     * Scores one clip or picture.
     *
     * @param truth what a person saw
     * @param width of the stored picture in pixels
     * @param height of the stored picture in pixels
     * @param masks rectangles as they are painted in a frame, of every kind; asked for once per annotated frame
     * @throws EvaluationException when a target lies wholly outside the picture, so that truth and clip do not belong
     *     together
     */
    public ClipScore score(ClipTruth truth, int width, int height, IntFunction<List<PaintedMask>> masks) {
        LeakCount strict = new LeakCount(STRICT_SHARE, truth.completeKinds());
        LeakCount loose = new LeakCount(RECALL_SHARE, truth.completeKinds());
        boolean isComplete = kind.isComplete(truth);
        Score sum = Score.NONE;
        for (FrameTruth frame : truth.frames()) {
            MaskedFrame masked = masked(truth.name(), frame, new Box(0, 0, width, height), masks);
            strict.add(frame.frame(), masked.targets());
            loose.add(frame.frame(), masked.targets());
            sum = sum.plus(masked.score(isComplete));
        }
        LeakScore strictScore = strict.score();
        Score all = new Score(sum.frames(), sum.grades(), strictScore, loose.score(), sum.alarms(), sum.overMask());
        return new ClipScore(truth.name(), all);
    }

    private MaskedFrame masked(String clip, FrameTruth frame, Box picture, IntFunction<List<PaintedMask>> masks) {
        List<PaintedMask> painted = masks.apply(frame.frame());
        List<Box> all = inside(picture, painted.stream().map(PaintedMask::box));
        List<Box> own = inside(
                picture,
                painted.stream().filter(mask -> mask.kind().equals(kind.word())).map(PaintedMask::box));
        List<CoveredTarget> targets = new ArrayList<>();
        for (TargetBox target : frame.ofKinds(Set.of(kind.word()))) {
            targets.add(new CoveredTarget(target, BoxUnion.coveredShare(visible(clip, frame, target, picture), all)));
        }
        List<Box> places =
                frame.ofKinds(kind.places()).stream().map(TargetBox::box).toList();
        return new MaskedFrame(picture, targets, places, own);
    }

    private static List<Box> inside(Box picture, Stream<Box> boxes) {
        return boxes.map(picture::intersect).filter(b -> !b.isEmpty()).toList();
    }

    private static Box visible(String clip, FrameTruth frame, TargetBox target, Box picture) {
        Box visible = target.box().intersect(picture);
        if (visible.isEmpty()) {
            String reason = "frame " + frame.frame() + ": a " + target.kind() + " lies outside the picture of "
                    + (int) picture.width() + "x" + (int) picture.height() + " pixels";
            throw new EvaluationException(clip, 0, reason);
        }
        return visible;
    }
}
