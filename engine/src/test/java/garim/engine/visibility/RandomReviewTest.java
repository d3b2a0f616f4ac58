package garim.engine.visibility;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import garim.engine.frame.Box;
import garim.engine.frame.Edit;
import garim.engine.frame.EngineException;
import garim.engine.frame.MaskPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds after any edits whatever, on random plans; the seed is the argument. */
final class RandomReviewTest {
    private static final int EDITS = 12;
    private static final double ROUNDING = 1e-6;

    static IntStream seeds() {
        return IntStream.range(0, 150);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void onlyAKeepAndAnUndoTakeAMaskAway(int seed) {
        walk(seed, (before, edit, after) -> {
            if (!(edit instanceof Edit.Keep || edit instanceof Edit.Undo)) {
                assertCovers(before, after, -1);
            }
        });
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void keepingOneNeverUncoversAnother(int seed) {
        walk(seed, (before, edit, after) -> {
            if (edit instanceof Edit.Keep(var kept)) {
                assertCovers(before, after, kept.getFirst());
            }
        });
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void undoingTheLastEditGivesBackExactlyWhatWasThere(int seed) {
        walk(seed, (before, edit, after) -> {
            MaskPlan undone = Plans.after(after, new Edit.Undo(after.review().size()));
            assertEquals(Visibility.of(before).tracks(), Visibility.of(undone).tracks());
        });
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whatIsVisibleWasSeenInATrackThatWasFound(int seed) {
        walk(seed, (before, edit, after) -> {
            for (ReviewedTrack track : Visibility.of(after).tracks()) {
                for (KeptSpan span : track.kept()) {
                    assertTrue(span.firstFrame() >= track.track().firstFrame());
                    assertTrue(span.lastFrame() <= track.track().lastFrame());
                    assertTrue(after.review().get(span.entry() - 1).edit() instanceof Edit.Keep);
                }
            }
        });
    }

    private interface Step {
        void check(MaskPlan before, Edit edit, MaskPlan after);
    }

    /** Makes random edits; those that are refused leave the plan as it is. */
    private static void walk(int seed, Step step) {
        Random random = new Random(seed);
        MaskPlan plan = Plans.random(random);
        for (int i = 0; i < EDITS; i++) {
            Edit edit = Plans.randomEdit(random, plan);
            MaskPlan after = attempt(plan, edit);
            if (!after.equals(plan)) {
                step.check(plan, edit, after);
                plan = after;
            }
        }
    }

    private static MaskPlan attempt(MaskPlan plan, Edit edit) {
        try {
            return Plans.after(plan, edit);
        } catch (EngineException refused) {
            assertTrue(refused.code().name().startsWith("REVIEW_"), refused.toString());
            return plan;
        }
    }

    /** Every mask of a track that is not the kept one lies under a mask that is there afterwards. */
    private static void assertCovers(MaskPlan before, MaskPlan after, int kept) {
        List<ReviewedTrack> was = Visibility.of(before).tracks();
        List<ReviewedTrack> is = Visibility.of(after).tracks();
        for (int frame = 0; frame < Plans.FRAMES; frame++) {
            List<Box> masks = masks(is, frame, -1);
            for (Box box : masks(was, frame, kept)) {
                assertTrue(masks.stream().anyMatch(mask -> holds(mask, box)), "frame " + frame + ": " + box);
            }
        }
    }

    private static List<Box> masks(List<ReviewedTrack> tracks, int frame, int except) {
        List<Box> masks = new ArrayList<>();
        for (ReviewedTrack track : tracks) {
            if (track.track().id() != except && !track.isVisible(frame)) {
                track.track().boxAt(frame).ifPresent(masks::add);
            }
        }
        return masks;
    }

    private static boolean holds(Box mask, Box box) {
        return mask.x() <= box.x() + ROUNDING
                && mask.y() <= box.y() + ROUNDING
                && mask.right() >= box.right() - ROUNDING
                && mask.bottom() >= box.bottom() - ROUNDING;
    }
}
