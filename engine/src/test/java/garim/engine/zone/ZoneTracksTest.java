package garim.engine.zone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import garim.engine.frame.Box;
import garim.engine.frame.EngineException;
import garim.engine.frame.ErrorCode;
import garim.engine.frame.Origin;
import garim.engine.frame.Point;
import garim.engine.frame.Polygon;
import garim.engine.frame.Rotation;
import garim.engine.frame.TargetKind;
import garim.engine.frame.Timeline;
import garim.engine.frame.Track;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Zones are where they were drawn, when they were drawn, however the clip is stored. */
final class ZoneTracksTest {
    private static final int WIDTH = 640;
    private static final int HEIGHT = 480;
    private static final Timeline TEN_SECONDS = Timeline.even(101, 10);

    private static Track track(String zone, Timeline timeline) {
        return tracks(Rotation.NONE, timeline, zone).getFirst();
    }

    private static List<Track> tracks(Rotation rotation, Timeline timeline, String... zones) {
        List<Zone> parsed = List.of(zones).stream().map(ZoneText::parse).toList();
        return new ZoneTracks(parsed, WIDTH, HEIGHT, rotation).tracks(timeline, 7);
    }

    @Test
    void aZoneWithoutTimeIsThereFromTheFirstFrameToTheLast() {
        Track track = track("100,50,200,80", TEN_SECONDS);
        assertEquals(TargetKind.ZONE, track.kind());
        assertEquals(0, track.firstFrame());
        assertEquals(100, track.lastFrame());
        assertEquals(new Box(100, 50, 200, 80), track.boxAt(50).orElseThrow());
        assertTrue(track.keyframes().stream().allMatch(key -> key.origin() == Origin.MANUAL));
    }

    @ParameterizedTest
    @CsvSource({"2s..5s, 20, 50", "2.05..4.99, 20, 49", "..5s, 0, 50", "5s.., 50, 100", "9.9..99, 99, 100"})
    void isThereAsLongAsAFrameOfItsTimeIsOnTheScreen(String span, int first, int last) {
        Track track = track(span + ": 1,2,3,4", TEN_SECONDS);
        assertEquals(first, track.firstFrame());
        assertEquals(last, track.lastFrame());
    }

    @Test
    void movesEvenlyAndRestsWhereItShould() {
        Track track = track("1s..3s: 0,0,10,10 -> 7s: 40,80,10,30 -> 8s..9s: 40,80,10,30", TEN_SECONDS);
        assertEquals(new Box(0, 0, 10, 10), track.boxAt(30).orElseThrow());
        assertEquals(new Box(20, 40, 10, 20), track.boxAt(50).orElseThrow());
        assertEquals(new Box(40, 80, 10, 30), track.boxAt(90).orElseThrow());
        assertEquals(90, track.lastFrame());
    }

    @Test
    void stopsOnItsWayWhereTheClipEnds() {
        Track track = track("0s: 0,0,10,10 -> 20s: 200,0,10,10", TEN_SECONDS);
        assertEquals(100, track.lastFrame());
        assertEquals(new Box(100, 0, 10, 10), track.boxAt(100).orElseThrow());
    }

    @RepeatedTest(20)
    void keepsItsPlaceInTimeWhereFramesStandAtUnevenDistances(RepetitionInfo run) {
        Random random = new Random(run.getCurrentRepetition());
        double[] seconds = new double[60];
        for (int i = 1; i < seconds.length; i++) {
            seconds[i] = seconds[i - 1] + 0.01 + random.nextDouble() * (random.nextInt(5) == 0 ? 2 : 0.1);
        }
        double end = seconds[seconds.length - 1];
        Track track = track("0s: 0,0,50,50 -> " + end + "s: 500,300,80,50", Timeline.of(seconds));
        for (int frame = 0; frame < seconds.length; frame++) {
            double share = seconds[frame] / end;
            Box box = track.boxAt(frame).orElseThrow();
            assertEquals(500 * share, box.x(), 0.6, "seed " + run.getCurrentRepetition());
            assertEquals(300 * share, box.y(), 0.6);
            assertEquals(50 + 30 * share, box.width(), 1.1);
        }
    }

    @ParameterizedTest
    @EnumSource(Rotation.class)
    void isDrawnOnTheUprightPicture(Rotation rotation) {
        List<Track> tracks = tracks(rotation, TEN_SECONDS, "10,20,30,40", "poly:10,20 40,20 40,60 10,60");
        Box expected = rotation.toStored(new Box(10, 20, 30, 40), WIDTH, HEIGHT);
        assertEquals(expected, tracks.get(0).boxAt(5).orElseThrow());
        Polygon polygon = tracks.get(1).polygonAt(5).orElseThrow();
        assertEquals(expected, polygon.bounds());
        assertEquals(
                rotation.toStored(new Point(40, 20), WIDTH, HEIGHT),
                polygon.corners().get(1));
    }

    @Test
    void aPolygonMovesCornerByCorner() {
        Track track = track("0s: poly:0,0 100,0 0,100 -> 10s: poly:100,0 200,0 200,100", TEN_SECONDS);
        assertEquals(
                List.of(new Point(50, 0), new Point(150, 0), new Point(100, 100)),
                track.polygonAt(50).orElseThrow().corners());
    }

    @Test
    void numbersZonesAfterTheOtherTracks() {
        List<Track> tracks = tracks(Rotation.NONE, TEN_SECONDS, "1,2,3,4", "5,6,7,8");
        assertEquals(List.of(7, 8), tracks.stream().map(Track::id).toList());
    }

    @Test
    void mayReachOutsideThePicture() {
        assertEquals(
                new Box(-50, 400, 100, 500),
                track("-50,400,100,500", TEN_SECONDS).boxAt(0).orElseThrow());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "640,0,10,10",
                "0,-20,10,20",
                "100%,0,10,10",
                "poly:700,0 800,10 700,20",
                "11s..12s: 1,2,3,4",
                "0s: 700,0,5,5 -> 5s: 800,0,5,5"
            })
    void refusesWhatNobodyWouldEverSee(String zone) {
        EngineException refusal = assertThrows(EngineException.class, () -> track(zone, TEN_SECONDS));
        assertEquals(ErrorCode.ZONE_OUTSIDE, refusal.code());
        assertEquals(zone, refusal.subject());
    }
}
