package garim.cli.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import garim.engine.frame.Box;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EvaluatorTest {
    private static final Set<String> FACES = Set.of("face");
    private static final Box FACE = new Box(40, 40, 20, 20);

    @Test
    void recallCountsBoxesCoveredToFourFifthsByGrade() {
        FrameTruth frame = new FrameTruth(
                0,
                List.of(
                        face(0, Difficulty.EASY, "a"),
                        face(20, Difficulty.EASY, "b"),
                        face(40, Difficulty.HARD, "c"),
                        face(60, Difficulty.UNGRADED, "d"),
                        face(80, Difficulty.IGNORE, "e")));
        // The first is covered to 8 of 10 columns, the second to 7; the third whole; the others not at all.
        Score score = score(FACES, List.of(frame), List.of(strip(0, 8), strip(20, 7), strip(40, 10)));
        assertEquals(new GradeScore(2, 1), score.grades().easy());
        assertEquals(GradeScore.NONE, score.grades().medium());
        assertEquals(new GradeScore(1, 1), score.grades().hard());
        assertEquals(new GradeScore(1, 0), score.grades().ungraded());
        assertEquals(new GradeScore(4, 2), score.grades().all());
    }

    @Test
    void leaksAreCountedAtBothThresholds() {
        List<FrameTruth> frames = List.of(one(0), one(4), one(8));
        // 100 %, 90 % and 70 % of the 20 columns.
        Map<Integer, Box> masks =
                Map.of(0, new Box(40, 40, 20, 20), 4, new Box(40, 40, 18, 20), 8, new Box(40, 40, 14, 20));
        Score score = new Evaluator(ScoredKind.of("face"))
                .score(new ClipTruth("c", FACES, frames), 100, 100, f -> faceMasks(masks.getOrDefault(f, FACE)))
                .score();
        assertEquals(new LeakScore(3, 2, 1, 1, 0, 2, 8), score.strict());
        assertEquals(new LeakScore(3, 1, 1, 1, 0, 1, 4), score.loose());
        assertEquals(2.0 / 3, score.strict().leakFrameRate().value().orElseThrow());
    }

    @Test
    void entryLeaksWhenTrackIsOpenInItsFirstFrame() {
        List<FrameTruth> frames = List.of(new FrameTruth(0, List.of()), one(4), one(8));
        Score score = new Evaluator(ScoredKind.of("face"))
                .score(new ClipTruth("c", FACES, frames), 100, 100, f -> f < 8 ? List.of() : faceMasks(FACE))
                .score();
        assertEquals(1, score.strict().entryLeaks());
        assertEquals(1, score.strict().longestRun());
        // From frame 4, the first in which it was seen, to frame 7.
        assertEquals(4, score.strict().longestRunFrames());
    }

    @Test
    void halfOfTheTracksLeak() {
        FrameTruth frame = new FrameTruth(0, List.of(face(0, Difficulty.EASY, "a"), face(20, Difficulty.EASY, "b")));
        Score score = score(FACES, List.of(frame), List.of(strip(0, 10)));
        assertEquals(0.5, score.strict().leakTrackRate().value().orElseThrow());
    }

    @Test
    void boxesWithoutTrackNameLeakInFramesOnly() {
        FrameTruth frame = new FrameTruth(0, List.of(face(0, Difficulty.EASY, "")));
        Score score = score(FACES, List.of(frame), List.of());
        assertEquals(new LeakScore(1, 1, 0, 0, 0, 0, 0), score.strict());
        assertTrue(score.strict().leakTrackRate().value().isEmpty());
    }

    @Test
    void ignoredBoxIsNeitherMissNorFalseAlarm() {
        FrameTruth frame = new FrameTruth(0, List.of(new TargetBox("face", FACE, Difficulty.IGNORE, "a")));
        Score open = score(FACES, List.of(frame), List.of());
        Score masked = score(FACES, List.of(frame), List.of(FACE));
        assertEquals(LeakScore.NONE, open.strict());
        assertEquals(new GradeScore(0, 0), open.grades().all());
        assertEquals(new AlarmScore(1, 1, 0, 0, 0), masked.alarms());
    }

    @Test
    void maskIsFalseWhenItMissesEveryGrownTarget() {
        FrameTruth frame = one(0);
        // The face grown by half on every side reaches from 30 to 70; touching its edge is not touching it.
        List<Box> masks = List.of(new Box(25, 45, 6, 6), new Box(70, 30, 5, 5), new Box(0, 0, 9, 9));
        assertEquals(
                new AlarmScore(1, 3, 2, 0, 0),
                score(FACES, List.of(frame), masks).alarms());
    }

    @Test
    void everyMaskOnAnEmptyPictureIsFalse() {
        FrameTruth empty = new FrameTruth(0, List.of());
        Score score = score(FACES, List.of(empty), List.of(FACE, strip(0, 5)));
        assertEquals(new AlarmScore(1, 2, 2, 1, 1), score.alarms());
        assertEquals(
                new AlarmScore(1, 0, 0, 1, 0),
                score(FACES, List.of(empty), List.of()).alarms());
    }

    @Test
    void clipThatIsNotCompleteHasNoFalseAlarms() {
        Score score = score(Set.of("person"), List.of(one(0)), List.of(strip(0, 5)));
        assertEquals(AlarmScore.NONE, score.alarms());
        assertEquals(OverMaskScore.NONE, score.overMask());
    }

    @Test
    void overMaskIsWhatLiesBeyondTheGrownTarget() {
        // 100x100 picture wholly masked; the face grown by 30 % on every side takes 32x32.
        Score score = score(FACES, List.of(one(0)), List.of(new Box(-50, -50, 300, 300)));
        assertEquals(10_000 - 32 * 32, score.overMask().offTarget(), 1e-6);
        assertEquals(10_000, score.overMask().picture());
        assertEquals(new AlarmScore(1, 1, 0, 0, 0), score.alarms());
    }

    @Test
    void otherKindsAreNotLookedAt() {
        FrameTruth frame = new FrameTruth(0, List.of(new TargetBox("plate", FACE, Difficulty.EASY, "p")));
        Score score = score(FACES, List.of(frame), List.of());
        assertEquals(0, score.grades().all().boxes());
        assertEquals(1, score.alarms().emptyFrames());
    }

    @Test
    void masksOfOtherKindsCoverButAreNotFalseAlarms() {
        List<PaintedMask> masks = List.of(new PaintedMask("head", FACE), new PaintedMask("plate", strip(0, 5)));
        Score score = new Evaluator(ScoredKind.of("face"))
                .score(new ClipTruth("c", FACES, List.of(one(0))), 100, 100, f -> masks)
                .score();
        assertEquals(new GradeScore(1, 1), score.grades().easy());
        assertEquals(new AlarmScore(1, 0, 0, 0, 0), score.alarms());
        assertEquals(0, score.overMask().offTarget());
    }

    @Test
    void headIsInPlaceWhereAPersonIs() {
        TargetBox person = new TargetBox("person", new Box(20, 20, 20, 60), Difficulty.EASY, "p");
        ClipTruth truth = new ClipTruth("c", Set.of("person"), List.of(new FrameTruth(0, List.of(person))));
        List<PaintedMask> masks =
                List.of(new PaintedMask("head", new Box(25, 20, 9, 9)), new PaintedMask("head", new Box(80, 80, 9, 9)));
        Score score = new Evaluator(ScoredKind.of("head"))
                .score(truth, 100, 100, f -> masks)
                .score();
        assertEquals(new AlarmScore(1, 2, 1, 0, 0), score.alarms());
        assertEquals(0, score.grades().all().boxes());
    }

    @Test
    void onlyThePartOfATargetInsideThePictureNeedsCover() {
        TargetBox entering = new TargetBox("face", new Box(-10, 40, 20, 20), Difficulty.EASY, "a");
        Score score = score(FACES, List.of(new FrameTruth(0, List.of(entering))), List.of(new Box(0, 40, 10, 20)));
        assertEquals(0, score.strict().leakingFrames());
    }

    @Test
    void truthOfAnotherClipIsRefused() {
        TargetBox far = new TargetBox("face", new Box(500, 40, 20, 20), Difficulty.EASY, "a");
        List<FrameTruth> frames = List.of(new FrameTruth(3, List.of(far)));
        EvaluationException e = assertThrows(EvaluationException.class, () -> score(FACES, frames, List.of()));
        assertEquals("clip.mp4: frame 3: a face lies outside the picture of 100x100 pixels", e.getMessage());
    }

    private static Score score(Set<String> complete, List<FrameTruth> frames, List<Box> masks) {
        return new Evaluator(ScoredKind.of("face"))
                .score(new ClipTruth("clip.mp4", complete, frames), 100, 100, f -> faceMasks(masks.toArray(Box[]::new)))
                .score();
    }

    private static List<PaintedMask> faceMasks(Box... boxes) {
        return Arrays.stream(boxes).map(box -> new PaintedMask("face", box)).toList();
    }

    private static FrameTruth one(int frame) {
        return new FrameTruth(frame, List.of(new TargetBox("face", FACE, Difficulty.EASY, "a")));
    }

    private static TargetBox face(int x, Difficulty difficulty, String track) {
        return new TargetBox("face", new Box(x, 0, 10, 10), difficulty, track);
    }

    private static Box strip(int x, int width) {
        return new Box(x, 0, width, 10);
    }
}
