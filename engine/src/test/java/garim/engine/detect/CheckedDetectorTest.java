package garim.engine.detect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import garim.engine.detect.CheckedDetector.Doubt;
import garim.engine.frame.Box;
import garim.engine.frame.Detection;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class CheckedDetectorTest extends DetectorContract {
    private static final Box TARGET = new Box(40, 60, 20, 10);
    private static final Box BORDER = new Box(280, 190, 20, 10);
    private static final Doubt DOUBT = new Doubt(0.6, 0.5, 8);

    @Override
    protected Detector create() {
        return checked(0.3, new SquareDetector("slow", 0.9), DOUBT);
    }

    @Override
    protected Picture pictureWithTargets() {
        return SquareDetector.picture(300, 200, TARGET, BORDER);
    }

    @Test
    void keepsWhatTheQuickOneIsSureOfUnseen() {
        List<Picture> seen = new ArrayList<>();
        List<Detection> found =
                checked(0.6, SquareDetector.recorder(seen), DOUBT).detect(pictureWithTargets());
        assertEquals(2, found.size());
        assertEquals(List.of(), seen);
    }

    @Test
    void dropsWhatNobodyConfirms() {
        List<Picture> seen = new ArrayList<>();
        assertEquals(
                List.of(),
                checked(0.59, SquareDetector.recorder(seen), DOUBT).detect(SquareDetector.picture(300, 200, TARGET)));
        assertEquals(1, seen.size());
    }

    @Test
    void showsTheSlowOneTheSurroundingsOnly() {
        List<Picture> seen = new ArrayList<>();
        checked(0.3, SquareDetector.recorder(seen), DOUBT).detect(SquareDetector.picture(300, 200, TARGET));
        assertEquals(108, seen.getFirst().width(), 1);
        assertEquals(106, seen.getFirst().height(), 1);
    }

    @Test
    void reportsConfirmedFindsWhereTheyAreInThePicture() {
        List<Detection> found = create().detect(pictureWithTargets());
        assertEquals(2, found.size());
        assertTrue(found.stream().anyMatch(d -> d.box().iou(TARGET) > 0.9), found::toString);
        assertTrue(found.stream().anyMatch(d -> d.box().iou(BORDER) > 0.9), found::toString);
    }

    @Test
    void looksAtAPartAtTheScaleOfTheWholeAndChecksBeyondItsEdges() {
        List<Picture> seen = new ArrayList<>();
        List<Picture> checks = new ArrayList<>();
        Detector quick = new FittedDetector(SquareDetector.recorder(seen), 150);
        new CheckedDetector("checked", quick, SquareDetector.recorder(checks), DOUBT)
                .detectIn(pictureWithTargets(), new Box(30, 50, 40, 30));
        assertEquals(20, seen.getFirst().width());
        checked(0.3, SquareDetector.recorder(checks), DOUBT).detectIn(pictureWithTargets(), new Box(30, 50, 40, 30));
        assertEquals(108, checks.getFirst().width(), 1);
    }

    @Test
    void keepsUncheckedWhatItMayNotLookAt() {
        List<Picture> seen = new ArrayList<>();
        Detector detector = checked(0.3, SquareDetector.recorder(seen), new Doubt(0.6, 0.5, 1));
        assertEquals(1, detector.detect(pictureWithTargets()).size());
        assertEquals(1, seen.size());
    }

    @Test
    void refusesDoubtsThatMeanNothing() {
        assertThrows(IllegalArgumentException.class, () -> new Doubt(1.1, 0.5, 1));
        assertThrows(IllegalArgumentException.class, () -> new Doubt(0.5, -1, 1));
    }

    private static Detector checked(double score, Detector slow, Doubt doubt) {
        return new CheckedDetector("checked", new SquareDetector("quick", score), slow, doubt);
    }
}
