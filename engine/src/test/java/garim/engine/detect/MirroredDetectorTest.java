package garim.engine.detect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import garim.engine.frame.Box;
import garim.engine.frame.Detection;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class MirroredDetectorTest extends DetectorContract {
    private static final int REACH = 20;

    @Override
    protected Detector create() {
        return new MirroredDetector(new SquareDetector("square", 0.9), REACH, 0.5);
    }

    @Override
    protected Picture pictureWithTargets() {
        return SquareDetector.picture(300, 200, new Box(40, 40, 20, 20), new Box(0, 90, 8, 16));
    }

    static Stream<Box> targetsCutByABorder() {
        return Stream.of(
                new Box(0, 90, 8, 16),
                new Box(292, 90, 8, 16),
                new Box(100, 0, 16, 8),
                new Box(100, 192, 16, 8),
                new Box(0, 0, 8, 8),
                new Box(292, 192, 8, 8));
    }

    @ParameterizedTest
    @MethodSource("targetsCutByABorder")
    void findsWhatABorderCutsOffThoughTheInnerDetectorKnowsWholeTargetsOnly(Box cut) {
        Picture picture = SquareDetector.picture(300, 200, cut);
        Detector whole = new WholeOnly(0.9);
        assertEquals(List.of(), whole.detect(picture));
        try (Detector mirrored = new MirroredDetector(whole, REACH, 0.5)) {
            assertEquals(
                    List.of(cut),
                    mirrored.detect(picture).stream().map(Detection::box).toList());
            assertEquals(
                    List.of(cut),
                    mirrored.detectIn(picture, cut.grow(1)).stream()
                            .map(Detection::box)
                            .toList());
        }
    }

    @Test
    void showsEachPlaceOutsideTheSampleThatLiesAsFarInside() {
        Picture picture = noise(13, 7, 3);
        List<Picture> seen = new ArrayList<>();
        new MirroredDetector(SquareDetector.recorder(seen), REACH, 0.5).detect(picture);
        Picture wide = seen.getFirst();
        assertEquals(13 + 2 * REACH, wide.width());
        assertEquals(7 + 2 * REACH, wide.height());
        Random random = new Random(5);
        for (int i = 0; i < 500; i++) {
            int x = random.nextInt(wide.width());
            int y = random.nextInt(wide.height());
            int from = slowly(y - REACH, 7) * 13 + slowly(x - REACH, 13);
            assertEquals(picture.green()[from], wide.green()[y * wide.width() + x], x + " " + y);
        }
    }

    @Test
    void looksAtPartsThatNoBorderTouchesAsTheyAre() {
        Picture picture = pictureWithTargets();
        List<Picture> seen = new ArrayList<>();
        new MirroredDetector(SquareDetector.recorder(seen), REACH, 0.5).detectIn(picture, new Box(30, 30, 50, 50));
        assertTrue(seen.stream().allMatch(p -> p.width() <= 50 && p.height() <= 50), seen::toString);
    }

    @Test
    void doubtsWhatIsMirroredInPartAndUnsure() {
        Picture picture = SquareDetector.picture(300, 200, new Box(0, 90, 8, 16), new Box(100, 90, 16, 16));
        try (Detector mirrored = new MirroredDetector(new WholeOnly(0.3), REACH, 0.5)) {
            assertEquals(
                    List.of(new Box(100, 90, 16, 16)),
                    mirrored.detect(picture).stream().map(Detection::box).toList());
        }
    }

    @Test
    void refusesToReachNowhere() {
        assertThrows(IllegalArgumentException.class, () -> new MirroredDetector(new WholeOnly(0.9), 0, 0.5));
    }

    /** Steps inwards from the border as often as the place lies outside, turning at both ends. */
    private static int slowly(int place, int length) {
        int at = place < 0 ? -1 - place : place;
        while (at >= length) {
            at = at < 2 * length ? 2 * length - 1 - at : at - 2 * length;
        }
        return at;
    }

    /** Knows only targets that no border touches. */
    private static final class WholeOnly implements Detector {
        private final Detector squares;

        WholeOnly(double score) {
            squares = new SquareDetector("whole", score);
        }

        @Override
        public String name() {
            return "whole";
        }

        @Override
        public List<Detection> detect(Picture picture) {
            return squares.detect(picture).stream()
                    .filter(d -> d.box().x() > 0
                            && d.box().y() > 0
                            && d.box().right() < picture.width()
                            && d.box().bottom() < picture.height())
                    .toList();
        }

        @Override
        public void close() {}
    }
}
