package garim.cli.review;

import static org.junit.jupiter.api.Assertions.assertEquals;

import garim.engine.frame.Box;
import garim.engine.frame.Keyframe;
import garim.engine.frame.MaskPlan;
import garim.engine.frame.MaskRule;
import garim.engine.frame.MaskStyle;
import garim.engine.frame.Origin;
import garim.engine.frame.PlanInput;
import garim.engine.frame.PlanSettings;
import garim.engine.frame.Rotation;
import garim.engine.frame.TargetKind;
import garim.engine.frame.Track;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Tracks of one body are one person; where there is doubt they are not. */
final class PersonsTest {
    private static final Box FACE = new Box(310, 105, 30, 40);
    private static final Box HEAD = new Box(300, 90, 50, 60);
    private static final Box BODY = new Box(270, 85, 110, 260);

    @Test
    void aFaceInAHeadInABodyIsOnePerson() {
        assertEquals(
                List.of(List.of(1, 2, 3)),
                persons(
                        track(1, TargetKind.FACE, 0, 50, FACE),
                        track(2, TargetKind.HEAD, 0, 50, HEAD),
                        track(3, TargetKind.PERSON, 0, 90, BODY)));
    }

    @Test
    void whatIsThereAtOtherTimesIsNotTheSamePerson() {
        assertEquals(
                List.of(List.of(1), List.of(2)),
                persons(track(1, TargetKind.FACE, 0, 30, FACE), track(2, TargetKind.HEAD, 31, 60, HEAD)));
    }

    @Test
    void aFaceThatLeavesTheHeadIsNotOfIt() {
        Track leaving = new Track(1, TargetKind.FACE, List.of(seen(0, FACE), seen(50, FACE.shift(200, 0))));
        assertEquals(List.of(List.of(1), List.of(2)), persons(leaving, track(2, TargetKind.HEAD, 0, 50, HEAD)));
    }

    @Test
    void aHeadThatHoldsTwoFacesIsNobodys() {
        assertEquals(
                List.of(List.of(1), List.of(2), List.of(3)),
                persons(
                        track(1, TargetKind.FACE, 0, 50, FACE),
                        track(2, TargetKind.HEAD, 0, 50, HEAD.grow(0.3)),
                        track(3, TargetKind.FACE, 0, 50, new Box(345, 100, 20, 30))));
    }

    @Test
    void twoFacesThatLieApartAtTheSameMomentAreNeverOnePerson() {
        assertEquals(
                List.of(List.of(1, 3), List.of(2)),
                persons(
                        track(1, TargetKind.FACE, 0, 50, FACE),
                        new Track(2, TargetKind.FACE, List.of(seen(0, FACE.shift(16, 2)))),
                        track(3, TargetKind.HEAD, 0, 50, HEAD)));
    }

    @Test
    void aFaceOrHeadThatWasFoundTwiceIsDecidedOnce() {
        assertEquals(
                List.of(List.of(1, 2, 3, 4)),
                persons(
                        track(1, TargetKind.FACE, 0, 50, FACE),
                        track(2, TargetKind.FACE, 10, 30, FACE.shift(4, 2)),
                        track(3, TargetKind.HEAD, 0, 50, HEAD),
                        track(4, TargetKind.HEAD, 5, 45, HEAD.shift(5, 0))));
    }

    @Test
    void aTwinThatGoesOnWithoutTheOtherIsSomebodyElse() {
        Track leaving = new Track(
                2,
                TargetKind.FACE,
                List.of(seen(0, FACE), seen(25, FACE), seen(26, FACE.shift(200, 0)), seen(50, FACE.shift(200, 0))));
        assertEquals(List.of(List.of(1), List.of(2)), persons(track(1, TargetKind.FACE, 0, 50, FACE), leaving));
        assertEquals(
                List.of(List.of(1), List.of(2)),
                persons(track(1, TargetKind.FACE, 0, 20, FACE), track(2, TargetKind.FACE, 10, 50, FACE)));
    }

    @Test
    void wholePeopleOverEachOtherAreTwo() {
        assertEquals(
                List.of(List.of(1), List.of(2)),
                persons(
                        track(1, TargetKind.PERSON, 0, 50, BODY),
                        track(2, TargetKind.PERSON, 0, 50, BODY.shift(3, 0))));
    }

    @Test
    void aBodyThatMayBeOneOfTwoIsLeftAlone() {
        assertEquals(
                List.of(List.of(1), List.of(2), List.of(3)),
                persons(
                        track(1, TargetKind.HEAD, 0, 50, HEAD),
                        track(2, TargetKind.PERSON, 0, 50, BODY.shift(8, 0)),
                        track(3, TargetKind.PERSON, 0, 50, BODY.shift(-8, 0))));
    }

    @Test
    void aTurnedClipIsLookedAtUpright() {
        MaskPlan upright = plan(
                Rotation.CLOCKWISE_90,
                track(1, TargetKind.HEAD, 0, 50, Rotation.CLOCKWISE_90.toStored(HEAD, 640, 480)),
                track(2, TargetKind.PERSON, 0, 50, Rotation.CLOCKWISE_90.toStored(BODY, 640, 480)));
        assertEquals(List.of(List.of(1, 2)), numbers(upright));
    }

    private static List<List<Integer>> persons(Track... tracks) {
        return numbers(plan(Rotation.NONE, tracks));
    }

    private static List<List<Integer>> numbers(MaskPlan plan) {
        return Persons.of(plan).stream().map(Person::numbers).toList();
    }

    static Track track(int id, TargetKind kind, int first, int last, Box box) {
        return new Track(
                id,
                kind,
                List.of(seen(first, box), seen((first + last) / 2, box), seen(last - 1, box), seen(last, box)));
    }

    static Keyframe seen(int frame, Box box) {
        return new Keyframe(frame, box, Origin.DETECTED, 0.9);
    }

    static MaskPlan plan(Rotation rotation, Track... tracks) {
        return new MaskPlan(
                MaskPlan.VERSION,
                "test",
                new PlanInput("a.mp4", "0".repeat(64), 1, "mp4", "h264", 640, 480, rotation, "1/30", 100, 0, 99),
                new PlanSettings("none", 2, 0.6, 1.5, 0.6),
                List.of(),
                Arrays.stream(TargetKind.values())
                        .collect(Collectors.toMap(Function.identity(), kind -> new MaskRule(MaskStyle.MOSAIC, 0))),
                List.of(),
                List.of(tracks));
    }
}
