package garim.engine.visibility;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import garim.engine.frame.Box;
import garim.engine.frame.Edit;
import garim.engine.frame.EngineException;
import garim.engine.frame.ErrorCode;
import garim.engine.frame.Keyframe;
import garim.engine.frame.MaskPlan;
import garim.engine.frame.Origin;
import garim.engine.frame.Point;
import garim.engine.frame.TargetKind;
import garim.engine.frame.Track;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What edits come to: who is visible when, and why the others are not. */
final class VisibilityTest {
    private static final Verdict FOUND = new Verdict.Hidden(HiddenReason.FOUND, 0);

    @Test
    void whatNobodyDecidedIsHidden() {
        Visibility visibility = Visibility.of(Plans.of(Plans.face(1)));
        assertEquals(FOUND, visibility.tracks().getFirst().verdictAt(30));
        assertFalse(visibility.keepsSomebody());
    }

    @Test
    void aKeptTrackIsVisibleWhereItWasSeenAndHiddenWhereItWasOnlyHeld() {
        ReviewedTrack kept = Plans.trackOf(Plans.after(Plans.of(Plans.face(1)), new Edit.Keep(List.of(1))), 1);
        Verdict notShown = new Verdict.Hidden(HiddenReason.NOT_SHOWN, 1);
        assertEquals(notShown, kept.verdictAt(19));
        assertEquals(new Verdict.Visible(1), kept.verdictAt(20));
        assertEquals(new Verdict.Visible(1), kept.verdictAt(40));
        assertEquals(notShown, kept.verdictAt(41));
    }

    @Test
    void aKeptTrackIsHiddenInAGapInWhichNothingWasFollowed() {
        Track gap = Plans.track(1, TargetKind.FACE, Plans.seen(0), Plans.seen(25), Plans.seen(51), Plans.seen(60));
        ReviewedTrack kept = Plans.trackOf(Plans.after(Plans.of(gap), new Edit.Keep(List.of(1))), 1);
        assertEquals(List.of(new KeptSpan(0, 25, 1), new KeptSpan(51, 60, 1)), kept.kept());
    }

    @Test
    void keepingOneLeavesEveryOtherAsItWas() {
        MaskPlan plan = Plans.after(Plans.of(Plans.face(1), Plans.face(2)), new Edit.Keep(List.of(1)));
        assertEquals(FOUND, Plans.trackOf(plan, 2).verdictAt(30));
    }

    @Test
    void aZoneIsLiftedOnlyWhenItIsKeptItself() {
        Track zone = Plans.track(1, TargetKind.ZONE, Plans.drawn(0), Plans.drawn(100));
        MaskPlan plan = Plans.of(zone, Plans.face(2));
        assertFalse(
                Plans.trackOf(Plans.after(plan, new Edit.Keep(List.of(2))), 1).isKept());
        assertTrue(
                Plans.trackOf(Plans.after(plan, new Edit.Keep(List.of(1))), 1).isVisible(50));
    }

    @Test
    void maskingTakesAKeepBack() {
        MaskPlan plan = Plans.after(Plans.of(Plans.face(1)), new Edit.Keep(List.of(1)), new Edit.Mask(List.of(1)));
        assertEquals(
                new Verdict.Hidden(HiddenReason.DECIDED, 2),
                Plans.trackOf(plan, 1).verdictAt(30));
    }

    @Test
    void whatIsAddedToAKeptTrackLaterIsHidden() {
        MaskPlan plan = Plans.after(Plans.of(Plans.face(1)), new Edit.Keep(List.of(1)), new Edit.Extend(1, 100));
        ReviewedTrack extended = Plans.trackOf(plan, 1);
        assertEquals(List.of(new KeptSpan(20, 40, 1)), extended.kept());
        assertEquals(Optional.of(Plans.padded(50).box()), extended.track().boxAt(100));
        assertFalse(extended.isVisible(100));
    }

    @Test
    void aKeepAfterAnExtensionDoesNotShowTheExtension() {
        MaskPlan plan = Plans.after(Plans.of(Plans.face(1)), new Edit.Extend(1, 0), new Edit.Keep(List.of(1)));
        assertEquals(List.of(new KeptSpan(20, 40, 2)), Plans.trackOf(plan, 1).kept());
    }

    @Test
    void theSecondPartOfASplitIsDecidedByItself() {
        MaskPlan plan = Plans.after(Plans.of(Plans.face(1)), new Edit.Split(1, 30, 2), new Edit.Keep(List.of(1)));
        assertEquals(29, Plans.trackOf(plan, 1).track().lastFrame());
        assertEquals(30, Plans.trackOf(plan, 2).track().firstFrame());
        assertTrue(Plans.trackOf(plan, 1).isVisible(29));
        assertFalse(Plans.trackOf(plan, 2).isVisible(30));
    }

    @Test
    void aPartIsAsWellFoundedAsTheTrackItWasCutFrom() {
        Track seen = Plans.track(1, TargetKind.FACE, Plans.seen(0), Plans.seen(20), Plans.seen(40));
        Track glimpsed = Plans.track(2, TargetKind.FACE, Plans.padded(50), Plans.seen(60), Plans.padded(70));
        MaskPlan plan = Plans.after(Plans.of(seen, glimpsed), new Edit.Split(1, 30, 3), new Edit.Split(2, 65, 4));
        assertFalse(Plans.trackOf(plan, 1).suggested());
        assertFalse(Plans.trackOf(plan, 3).suggested());
        assertTrue(Plans.trackOf(plan, 2).suggested());
        assertTrue(Plans.trackOf(plan, 4).suggested());
    }

    @Test
    void aDecisionAndAnExtensionLeaveThinEvidenceThinAndAMergeWithMoreMakesItFirm() {
        Track glimpsed = Plans.track(1, TargetKind.FACE, Plans.padded(0), Plans.seen(10), Plans.padded(20));
        Track seen = Plans.track(2, TargetKind.FACE, Plans.seen(40), Plans.seen(50));
        MaskPlan plan = Plans.after(Plans.of(glimpsed, seen), new Edit.Keep(List.of(1)), new Edit.Extend(1, 30));
        assertTrue(Plans.trackOf(plan, 1).suggested());
        assertFalse(Plans.trackOf(Plans.after(plan, new Edit.Merge(List.of(1, 2))), 1)
                .suggested());
    }

    @Test
    void aMergedTrackCoversTheGapAndKeepsItHidden() {
        Track early = Plans.track(1, TargetKind.FACE, Plans.seen(0), Plans.seen(10), Plans.padded(15));
        Track late = Plans.track(2, TargetKind.FACE, Plans.padded(40), Plans.seen(45), Plans.seen(60));
        MaskPlan plan = Plans.after(Plans.of(early, late), new Edit.Merge(List.of(1, 2)), new Edit.Keep(List.of(1)));
        ReviewedTrack merged = Plans.trackOf(plan, 1);
        assertEquals(1, Visibility.of(plan).tracks().size());
        assertTrue(merged.track().boxAt(30).isPresent());
        assertEquals(List.of(new KeptSpan(0, 10, 2), new KeptSpan(45, 60, 2)), merged.kept());
    }

    @Test
    void aBystanderMergedIntoAKeptTrackHidesIt() {
        MaskPlan plan = Plans.after(
                Plans.of(Plans.face(1), Plans.track(2, TargetKind.FACE, Plans.seen(30), Plans.seen(35))),
                new Edit.Keep(List.of(1)),
                new Edit.Merge(List.of(1, 2)));
        assertEquals(
                List.of(new KeptSpan(20, 29, 1), new KeptSpan(36, 40, 1)),
                Plans.trackOf(plan, 1).kept());
    }

    @Test
    void whatIsDrawnIsHidden() {
        Track drawn = Plans.track(7, TargetKind.PLATE, Plans.drawn(3), Plans.drawn(9));
        ReviewedTrack added = Plans.trackOf(Plans.after(Plans.of(Plans.face(1)), new Edit.Draw(drawn)), 7);
        assertEquals(new Verdict.Hidden(HiddenReason.DRAWN, 1), added.verdictAt(5));
    }

    @Test
    void undoingGivesBackExactlyWhatWasThereAndCanItselfBeUndone() {
        MaskPlan plan = Plans.of(Plans.face(1));
        MaskPlan kept = Plans.after(plan, new Edit.Keep(List.of(1)));
        MaskPlan undone = Plans.after(kept, new Edit.Undo(1));
        MaskPlan redone = Plans.after(undone, new Edit.Undo(2));
        assertEquals(Visibility.of(plan).tracks(), Visibility.of(undone).tracks());
        assertEquals(Visibility.of(kept).tracks(), Visibility.of(redone).tracks());
        assertEquals(3, redone.review().size());
    }

    @Test
    void numbersOfTracksAreNeverUsedAgain() {
        MaskPlan plan = Plans.after(Plans.of(Plans.face(1)), new Edit.Split(1, 30, 2), new Edit.Undo(1));
        assertEquals(3, new Review(plan).nextTrack());
    }

    @Test
    void anEditThatCannotBeDoneIsRefusedWithItsReason() {
        MaskPlan plan = Plans.of(Plans.face(1), Plans.track(2, TargetKind.HEAD, Plans.padded(5)), polygon(3));
        assertEquals(ErrorCode.REVIEW_TRACK_UNKNOWN, refusal(plan, new Edit.Keep(List.of(9))));
        assertEquals(ErrorCode.REVIEW_NOT_SHOWN, refusal(plan, new Edit.Keep(List.of(2))));
        assertEquals(ErrorCode.REVIEW_TIME_OUTSIDE, refusal(plan, new Edit.Split(1, 10, 4)));
        assertEquals(ErrorCode.REVIEW_TIME_OUTSIDE, refusal(plan, new Edit.Split(1, 51, 4)));
        assertEquals(ErrorCode.REVIEW_TRACK_UNKNOWN, refusal(plan, new Edit.Split(1, 30, 2)));
        assertEquals(ErrorCode.REVIEW_TRACKS_DIFFER, refusal(plan, new Edit.Merge(List.of(1, 2))));
        assertEquals(ErrorCode.REVIEW_TRACKS_DIFFER, refusal(plan, new Edit.Merge(List.of(3, 1))));
        assertEquals(ErrorCode.REVIEW_TIME_OUTSIDE, refusal(plan, new Edit.Extend(1, 30)));
        assertEquals(ErrorCode.REVIEW_TIME_OUTSIDE, refusal(plan, new Edit.Extend(1, Plans.FRAMES)));
        assertEquals(ErrorCode.REVIEW_ENTRY_UNKNOWN, refusal(plan, new Edit.Undo(1)));
        Keyframe far = new Keyframe(3, new Box(-50, 0, 20, 20), Origin.MANUAL, 0);
        assertEquals(ErrorCode.REVIEW_BOX_OUTSIDE, refusal(plan, new Edit.Draw(Plans.track(4, TargetKind.FACE, far))));
        assertEquals(
                ErrorCode.REVIEW_TIME_OUTSIDE,
                refusal(plan, new Edit.Draw(Plans.track(4, TargetKind.FACE, Plans.drawn(Plans.FRAMES)))));
    }

    @Test
    void whatLaterEntriesStandOnCannotBeUndoneBeforeThem() {
        MaskPlan plan = Plans.after(Plans.of(Plans.face(1)), new Edit.Split(1, 30, 2), new Edit.Keep(List.of(2)));
        assertEquals(ErrorCode.REVIEW_ENTRY_NEEDED, refusal(plan, new Edit.Undo(1)));
        MaskPlan undone = Plans.after(plan, new Edit.Undo(2), new Edit.Undo(1));
        assertEquals(1, Visibility.of(undone).tracks().size());
        assertEquals(ErrorCode.REVIEW_ENTRY_UNKNOWN, refusal(undone, new Edit.Undo(1)));
    }

    @Test
    void aPlanWhoseReviewContradictsItselfIsInvalid() {
        MaskPlan good = Plans.after(Plans.of(Plans.face(1)), new Edit.Keep(List.of(1)));
        MaskPlan bad = Plans.of(Plans.face(2)).withReview(good.review());
        EngineException refusal = assertThrows(EngineException.class, () -> Visibility.of(bad));
        assertEquals(ErrorCode.PLAN_INVALID, refusal.code());
    }

    private static Track polygon(int id) {
        List<Point> corners = List.of(new Point(0, 0), new Point(10, 0), new Point(0, 10));
        return Plans.track(id, TargetKind.ZONE, new Keyframe(0, new Box(0, 0, 10, 10), Origin.MANUAL, 0, corners));
    }

    private static ErrorCode refusal(MaskPlan plan, Edit edit) {
        return assertThrows(EngineException.class, () -> Plans.add(plan, "Kim", edit))
                .code();
    }
}
