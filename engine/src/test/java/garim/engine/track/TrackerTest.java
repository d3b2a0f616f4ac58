package garim.engine.track;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import garim.engine.frame.Box;
import garim.engine.frame.Detection;
import garim.engine.frame.Keyframe;
import garim.engine.frame.Origin;
import garim.engine.frame.TargetKind;
import garim.engine.frame.Timeline;
import garim.engine.frame.Track;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/** What a tracker promises about faces that are seen now and then. */
final class TrackerTest {
    private static final Timeline TEN_SECONDS = Timeline.even(200, 20);
    private static final TrackingSettings SETTINGS = new TrackingSettings(0.6, 1.5, 0.5);

    @Test
    void aFaceSeenOnceIsCoveredBeforeAndAfter() {
        List<Track> tracks = track(List.of(look(100, face(50, 60, 0.3))));
        assertEquals(1, tracks.size());
        assertEquals(90, tracks.getFirst().firstFrame());
        assertEquals(110, tracks.getFirst().lastFrame());
        for (int frame = 90; frame <= 110; frame++) {
            assertTrue(covered(tracks, frame, new Box(50, 60, 30, 30)), "frame " + frame);
        }
    }

    @Test
    void aFaceMissedForASecondIsCoveredInBetween() {
        List<FrameDetections> looks = new ArrayList<>();
        for (int frame = 0; frame < 60; frame++) {
            boolean seen = frame < 20 || frame >= 40;
            looks.add(seen ? look(frame, face(100 + 2 * frame, 60, 0.9)) : look(frame));
        }
        List<Track> tracks = track(looks);
        assertEquals(1, tracks.size());
        for (int frame = 0; frame < 60; frame++) {
            assertTrue(covered(tracks, frame, new Box(100 + 2 * frame, 60, 30, 30)), "frame " + frame);
        }
    }

    @Test
    void aWalkerIsCoveredBeforeTheFirstSightingWhereHeCameFrom() {
        List<FrameDetections> looks = new ArrayList<>();
        for (int frame = 20; frame < 40; frame++) {
            looks.add(look(frame, face(100 + 3 * frame, 60, 0.9)));
        }
        List<Track> tracks = track(looks);
        assertTrue(covered(tracks, 10, new Box(130, 60, 30, 30)));
        assertTrue(covered(tracks, 49, new Box(247, 60, 30, 30)));
    }

    @Test
    void aSmallFaceThatRunsIsOneTrackThoughItIsSeenSeldom() {
        List<FrameDetections> looks = new ArrayList<>();
        for (int frame = 0; frame < 60; frame += 4) {
            looks.add(look(frame, face(10 * frame, 60, 0.9)));
        }
        List<Track> tracks = track(looks);
        assertEquals(1, tracks.size());
        for (int frame = 0; frame <= 56; frame++) {
            assertTrue(covered(tracks, frame, new Box(10 * frame, 60, 30, 30)), "frame " + frame);
        }
    }

    @Test
    void paddingStopsAtTheEndsOfTheClip() {
        List<Track> tracks = track(List.of(look(3, face(5, 5, 0.9)), look(198, face(5, 5, 0.9))));
        assertEquals(0, tracks.getFirst().firstFrame());
        assertEquals(199, tracks.getLast().lastFrame());
    }

    @Test
    void twoPeopleWhoCrossAreBothCoveredAllTheTime() {
        List<FrameDetections> looks = new ArrayList<>();
        for (int frame = 0; frame < 100; frame++) {
            looks.add(look(frame, face(4 * frame, 50, 0.9), face(400 - 4 * frame, 60, 0.8)));
        }
        List<Track> tracks = track(looks);
        for (int frame = 0; frame < 100; frame++) {
            assertTrue(covered(tracks, frame, new Box(4 * frame, 50, 30, 30)));
            assertTrue(covered(tracks, frame, new Box(400 - 4 * frame, 60, 30, 30)));
        }
    }

    @Test
    void aCrowdOfSixtyHasNoCap() {
        List<FrameDetections> looks = new ArrayList<>();
        for (int frame = 0; frame < 10; frame++) {
            List<Detection> faces = new ArrayList<>();
            for (int person = 0; person < 60; person++) {
                faces.add(face(40 * (person % 10) + frame, 40 * (person / 10), 0.5));
            }
            looks.add(new FrameDetections(frame, faces));
        }
        assertEquals(60, track(looks).size());
    }

    @Test
    void aWeakDetectionContinuesATrackAndIsNotLost() {
        List<Track> tracks =
                track(List.of(look(0, face(50, 50, 0.9)), look(1, face(52, 50, 0.1)), look(2, face(54, 50, 0.9))));
        assertEquals(1, tracks.size());
        assertEquals(
                3,
                tracks.getFirst().keyframes().stream()
                        .filter(k -> k.origin() == Origin.DETECTED)
                        .count());
    }

    @Test
    void aBoxThatShrinksForOneFrameIsHeldAtItsSize() {
        List<FrameDetections> looks = new ArrayList<>();
        for (int frame = 0; frame < 20; frame++) {
            Detection whole = face(100 + frame, 60, 0.9);
            Detection chinMissing = whole.withBox(new Box(100 + frame, 60, 30, 18));
            looks.add(new FrameDetections(frame, List.of(frame == 10 ? chinMissing : whole)));
        }
        assertTrue(covered(track(looks), 10, new Box(110, 60, 30, 30)));
    }

    @Test
    void targetsOfDifferentKindsAreDifferentTracks() {
        Box box = new Box(10, 10, 30, 30);
        List<Track> tracks = track(List.of(
                look(0, new Detection(TargetKind.FACE, box, 0.9, "t")),
                look(1, new Detection(TargetKind.PLATE, box, 0.9, "t"))));
        assertEquals(2, tracks.size());
    }

    @RepeatedTest(50)
    void everyDetectionOfARandomClipIsCoveredInItsFrame(RepetitionInfo run) {
        Random random = new Random(run.getCurrentRepetition());
        List<FrameDetections> looks = new ArrayList<>();
        for (int frame = 0; frame < 200; frame += 1 + random.nextInt(3)) {
            List<Detection> faces = new ArrayList<>();
            for (int i = random.nextInt(6); i > 0; i--) {
                faces.add(face(random.nextInt(300), random.nextInt(200), random.nextDouble()));
            }
            looks.add(new FrameDetections(frame, faces));
        }
        List<Track> tracks = track(looks);
        for (FrameDetections look : looks) {
            for (Detection detection : look.detections()) {
                assertTrue(covered(tracks, look.frame(), detection.box()), "seed " + run.getCurrentRepetition());
            }
        }
        assertEquals(tracks, track(looks));
    }

    @Test
    void keyframesOfATrackRise() {
        List<Track> tracks = track(List.of(look(0, face(1, 1, 0.9)), look(5, face(2, 2, 0.9))));
        List<Integer> frames =
                tracks.getFirst().keyframes().stream().map(Keyframe::frame).toList();
        assertEquals(frames.stream().sorted().toList(), frames);
    }

    private static List<Track> track(List<FrameDetections> looks) {
        return new Tracker(SETTINGS, TEN_SECONDS).track(looks);
    }

    private static FrameDetections look(int frame, Detection... detections) {
        return new FrameDetections(frame, List.of(detections));
    }

    private static Detection face(double x, double y, double score) {
        return new Detection(TargetKind.FACE, new Box(x, y, 30, 30), score, "test");
    }

    /** True when the masks of a frame, with the usual margin, hold the whole face. */
    private static boolean covered(List<Track> tracks, int frame, Box face) {
        return tracks.stream()
                .flatMap(track -> track.boxAt(frame).stream())
                .map(box -> box.grow(0.25))
                .anyMatch(box -> box.intersect(face).area() >= face.area() - 1e-6);
    }
}
