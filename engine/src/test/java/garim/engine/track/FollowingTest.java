package garim.engine.track;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import garim.engine.frame.Box;
import garim.engine.frame.Detection;
import garim.engine.frame.Keyframe;
import garim.engine.frame.Origin;
import garim.engine.frame.Plane;
import garim.engine.frame.TargetKind;
import garim.engine.track.PaintedWorld.Texture;
import garim.engine.track.PaintedWorld.Thing;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;

/** What following promises about a face that walks through the picture at 20 frames a second. */
class FollowingTest {
    private static final double RATE = 20;
    private static final Texture STREET = new Texture(21);
    private static final Texture FACE = new Texture(22);
    private static final Texture DOOR = new Texture(23);
    private static final TrackingSettings SETTINGS = new TrackingSettings(0.6, 1.5, 0.5);
    private static final FollowedPath NOT_FOLLOWED = FollowedPath.NONE;

    @Test
    void goesBackToTheFirstFrameInWhichTheFaceCanBeSeen() {
        // A door hides the face until frame 12; the detector first sees it in frame 24.
        FollowedPath path =
                follow(36, frame -> frame < 12 ? List.of(walker(frame), door()) : List.of(walker(frame)), 24);
        assertEquals(12, path.before().getFirst().frame());
        assertEquals(23, path.before().getLast().frame());
        assertCovers(path.before());
    }

    @Test
    void goesOnUntilTheFaceIsHidden() {
        FollowedPath path =
                follow(60, frame -> frame >= 20 ? List.of(walker(frame), door()) : List.of(walker(frame)), 4);
        assertEquals(5, path.after().getFirst().frame());
        assertEquals(19, path.after().getLast().frame());
        assertCovers(path.after());
    }

    @Test
    void holdsAFaceThatIsNotDetectedAgainAsLongAsATrackIsHeld() {
        FollowedPath path = follow(60, frame -> List.of(walker(frame)), 4);
        assertEquals(4 + 30, path.after().getLast().frame());
    }

    @Test
    void holdsAWeakDetectionForAShorterTime() {
        FollowedPath path = follow(60, frame -> List.of(walker(frame)), 4, 0.3);
        assertEquals(4 + 12, path.after().getLast().frame());
    }

    @Test
    void endsAPathWhereTheFaceIsDetectedAgain() {
        Following following = new Following(SETTINGS);
        for (int frame = 0; frame < 20; frame++) {
            following.accept(frame, frame / RATE, world(List.of(walker(frame))), false);
            if (frame % 5 == 0) {
                following.look(frame, List.of(face(frame, 0.9)));
            }
        }
        FollowedPaths paths = following.finish();
        assertEquals(List.of(1, 2, 3, 4, 5), frames(paths.of(0, 0).after()));
        assertEquals(NOT_FOLLOWED.before(), paths.of(5, 0).before());
    }

    @Test
    void doesNotGoThroughACut() {
        Following following = new Following(SETTINGS);
        for (int frame = 0; frame < 30; frame++) {
            following.accept(frame, frame / RATE, world(List.of(walker(frame))), frame == 10);
            if (frame == 8 || frame == 15) {
                following.look(frame, List.of(face(frame, 0.9)));
            }
        }
        FollowedPaths paths = following.finish();
        assertEquals(List.of(9), frames(paths.of(8, 0).after()));
        assertEquals(List.of(10, 11, 12, 13, 14), frames(paths.of(15, 0).before()));
    }

    @Test
    void looksThatComeLateGiveTheSamePaths() {
        assertEquals(pathOfALateLook(0), pathOfALateLook(9));
    }

    private static FollowedPath pathOfALateLook(int framesLate) {
        Following following = new Following(SETTINGS);
        for (int frame = 0; frame < 40; frame++) {
            following.accept(frame, frame / RATE, world(List.of(walker(frame))), false);
            if (frame == 20 + framesLate) {
                following.look(20, List.of(face(20, 0.9)));
            }
        }
        return following.finish().of(20, 0);
    }

    private static FollowedPath follow(int frames, IntFunction<List<Thing>> things, int seenIn) {
        return follow(frames, things, seenIn, 0.9);
    }

    private static FollowedPath follow(int frames, IntFunction<List<Thing>> things, int seenIn, double score) {
        Following following = new Following(SETTINGS);
        for (int frame = 0; frame < frames; frame++) {
            following.accept(frame, frame / RATE, world(things.apply(frame)), false);
            if (frame == seenIn) {
                following.look(frame, List.of(face(frame, score)));
            }
        }
        return following.finish().of(seenIn, 0);
    }

    private static void assertCovers(List<Keyframe> path) {
        for (Keyframe key : path) {
            Box truth = walker(key.frame()).box();
            assertTrue(key.box().iou(truth) > 0.6, () -> key + " is not at " + truth);
            assertEquals(Origin.FOLLOWED, key.origin());
        }
    }

    private static List<Integer> frames(List<Keyframe> path) {
        List<Integer> frames = new ArrayList<>();
        path.forEach(key -> frames.add(key.frame()));
        return frames;
    }

    private static Thing walker(int frame) {
        return new Thing(FACE, new Box(60 + 2.2 * frame, 80 + 0.4 * frame, 24, 30));
    }

    private static Thing door() {
        return new Thing(DOOR, new Box(40, 0, 200, 200));
    }

    private static Detection face(int frame, double score) {
        return new Detection(TargetKind.FACE, walker(frame).box(), score, "test");
    }

    private static Plane world(List<Thing> things) {
        return PaintedWorld.plane(STREET, things);
    }
}
