package garim.cli.review;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import garim.engine.frame.Box;
import garim.engine.frame.Frame;
import garim.engine.frame.MaskPlan;
import garim.engine.frame.Rotation;
import garim.engine.frame.TargetKind;
import garim.engine.frame.Track;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleBinaryOperator;
import org.junit.jupiter.api.Test;

/** Persons that may be one are shown side by side, by place, time and clothes. */
final class LookalikesTest {
    private static final Box HERE = new Box(300, 90, 50, 60);
    private static final Box FACE = new Box(20, 4, 16, 20);

    @Test
    void whoGoesOnWhereAnotherEndedMayBeTheSame() {
        assertEquals(
                List.of(List.of("p1", "p2")),
                grouped(
                        PersonsTest.track(1, TargetKind.HEAD, 0, 30, HERE),
                        PersonsTest.track(2, TargetKind.HEAD, 40, 70, HERE.shift(20, 5))));
    }

    @Test
    void whoIsElsewhereOrThereAtTheSameTimeIsNot() {
        assertEquals(
                List.of(List.of("p1"), List.of("p2"), List.of("p3")),
                grouped(
                        PersonsTest.track(1, TargetKind.HEAD, 0, 30, HERE),
                        PersonsTest.track(2, TargetKind.HEAD, 20, 60, HERE),
                        PersonsTest.track(3, TargetKind.HEAD, 40, 70, HERE.shift(-250, 0))));
    }

    @Test
    void facesThatAreNearEachOtherAreShownSideBySideButNoNearerThanThoseOfPeopleSeenTogether() {
        List<Track> tracks = List.of(
                PersonsTest.track(1, TargetKind.FACE, 0, 30, HERE),
                PersonsTest.track(2, TargetKind.FACE, 0, 30, HERE.shift(-200, 0)),
                PersonsTest.track(3, TargetKind.FACE, 60, 90, HERE.shift(200, 0)));
        assertEquals(
                List.of(List.of("p1", "p3"), List.of("p2")),
                byFace(tracks, (one, other) -> one == 1 && other == 3 ? 0.2 : 0.5));
        assertEquals(
                List.of(List.of("p1"), List.of("p2"), List.of("p3")),
                byFace(tracks, (one, other) -> one == 1 && other == 3 ? 0.2 : 0.15));
    }

    private static List<List<String>> byFace(List<Track> tracks, DoubleBinaryOperator distances) {
        MaskPlan plan = PersonsTest.plan(Rotation.NONE, tracks.toArray(Track[]::new));
        Lookalikes.Seen seen = new Lookalikes.Seen() {
            @Override
            public Optional<Clothes> clothes(int track) {
                return Optional.empty();
            }

            @Override
            public Optional<Double> faceDistance(int one, int other) {
                return Optional.of(distances.applyAsDouble(Math.min(one, other), Math.max(one, other)));
            }
        };
        return ids(Lookalikes.of(plan, Persons.of(plan), seen));
    }

    @Test
    void thinEvidenceComesLast() {
        Track once = new Track(1, TargetKind.HEAD, List.of(PersonsTest.seen(0, HERE)));
        assertEquals(
                List.of(List.of("p2"), List.of("p1")),
                grouped(once, PersonsTest.track(2, TargetKind.HEAD, 40, 70, HERE.shift(-250, 0))));
    }

    @Test
    void clothesOfOneColourAreAlikeInOtherLightAndThoseOfAnotherAreNot() {
        Clothes red = clothes(90, 100, 170);
        assertTrue(red.likeness(clothes(100, 102, 168)) > 0.9);
        assertTrue(red.likeness(clothes(90, 160, 110)) < 0.3);
        assertEquals(1, red.likeness(red), 1e-9);
    }

    private static Clothes clothes(int luma, int cb, int cr) {
        Frame frame = Frame.allocate(64, 80, 0, 0);
        for (int y = 0; y < 80; y++) {
            for (int x = 0; x < 64; x++) {
                frame.luma().put(x, y, luma + (x + y) % 5);
                frame.cb().put(x / 2, y / 2, cb);
                frame.cr().put(x / 2, y / 2, cr);
            }
        }
        MaskPlan plan = PersonsTest.plan(Rotation.NONE);
        return Clothes.of(frame, plan.input(), TargetKind.FACE, FACE).orElseThrow();
    }

    private static List<List<String>> grouped(Track... tracks) {
        MaskPlan plan = PersonsTest.plan(Rotation.NONE, tracks);
        return ids(Lookalikes.of(plan, Persons.of(plan)));
    }

    private static List<List<String>> ids(List<List<Person>> groups) {
        return groups.stream()
                .map(group -> group.stream().map(Person::id).toList())
                .toList();
    }
}
