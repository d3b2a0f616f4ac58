package garim.engine.track;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import garim.engine.frame.Box;
import garim.engine.frame.Detection;
import garim.engine.frame.TargetKind;
import garim.engine.frame.Timeline;
import garim.engine.frame.Track;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ScenesTest {
    private final Scenes scenes = Scenes.startingAt(Set.of(10, 50));

    @Test
    void framesOnBothSidesOfACutAreOfDifferentScenes() {
        assertTrue(scenes.isSame(0, 9));
        assertFalse(scenes.isSame(9, 10));
        assertTrue(scenes.isSame(10, 49));
        assertFalse(scenes.isSame(0, 70));
        assertTrue(scenes.isSame(10, 10));
    }

    @Test
    void aSceneGoesFromItsCutToTheFrameBeforeTheNext() {
        assertEquals(0, scenes.firstFrame(9));
        assertEquals(9, scenes.lastFrame(9));
        assertEquals(10, scenes.firstFrame(10));
        assertEquals(49, scenes.lastFrame(30));
        assertEquals(Integer.MAX_VALUE, scenes.lastFrame(50));
    }

    @Test
    void noTrackReachesThroughACut() {
        Tracker tracker = new Tracker(new TrackingSettings(0.6, 1.5, 0.5), Timeline.even(100, 20), scenes);
        List<Track> tracks = tracker.track(List.of(look(8), look(10), look(48), look(52)));
        assertEquals(3, tracks.size() - 1);
        assertEquals(9, tracks.get(0).lastFrame());
        assertEquals(10, tracks.get(1).firstFrame());
        assertEquals(49, tracks.get(2).lastFrame());
        assertEquals(50, tracks.get(3).firstFrame());
    }

    private static FrameDetections look(int frame) {
        Box box = new Box(40, 40, 20, 20);
        return new FrameDetections(frame, List.of(new Detection(TargetKind.FACE, box, 0.9, "test")));
    }
}
