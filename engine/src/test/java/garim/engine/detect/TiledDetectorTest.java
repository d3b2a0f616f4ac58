package garim.engine.detect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import garim.engine.frame.Box;
import garim.engine.frame.Detection;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class TiledDetectorTest extends DetectorContract {
    @Override
    protected Detector create() {
        return new TiledDetector(new SquareDetector("square", 0.9), 96, 64, 24);
    }

    @Override
    protected Picture pictureWithTargets() {
        return SquareDetector.picture(300, 200, new Box(40, 40, 20, 20), new Box(250, 170, 16, 18));
    }

    @Test
    void findsEachTargetOnceWhereverItLies() {
        Random random = new Random(11);
        for (int i = 0; i < 40; i++) {
            Box target = new Box(1 + random.nextInt(270), 1 + random.nextInt(170), 20, 20);
            List<Detection> found = create().detect(SquareDetector.picture(300, 200, target));
            assertEquals(1, found.size(), target::toString);
            assertTrue(found.getFirst().box().iou(target) > 0.6, target::toString);
        }
    }

    @Test
    void findsATargetThatIsLargerThanATile() {
        Box target = new Box(60, 30, 150, 130);
        List<Detection> found = create().detect(SquareDetector.picture(300, 200, target));
        assertTrue(found.stream().anyMatch(d -> d.box().iou(target) > 0.8), found::toString);
    }

    @Test
    void showsPicturesThatFitAsTheyAre() {
        Picture picture = SquareDetector.picture(96, 64, new Box(10, 10, 20, 20));
        List<Picture> seen = new ArrayList<>();
        try (Detector detector = new TiledDetector(SquareDetector.recorder(seen), 96, 64, 24)) {
            detector.detect(picture);
        }
        assertEquals(List.of(picture), seen);
    }

    @Test
    void neverShowsATileAboveTheMaximumAndLeavesNoGap() {
        for (int length = 97; length < 700; length += 13) {
            Tiling tiling = Tiling.of(length, 96, 24);
            assertTrue(tiling.side() <= 96);
            assertEquals(0, tiling.start(0));
            assertEquals(length, tiling.start(tiling.count() - 1) + tiling.side());
            for (int i = 1; i < tiling.count(); i++) {
                assertTrue(tiling.start(i - 1) + tiling.side() - tiling.start(i) >= 24);
            }
        }
    }
}
