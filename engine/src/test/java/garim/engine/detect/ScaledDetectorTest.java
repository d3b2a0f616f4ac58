package garim.engine.detect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import garim.engine.frame.Box;
import garim.engine.frame.Detection;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ScaledDetectorTest extends DetectorContract {
    @Override
    protected Detector create() {
        return new ScaledDetector(new SquareDetector("square", 0.9), 1.5);
    }

    @Override
    protected Picture pictureWithTargets() {
        return SquareDetector.picture(300, 200, new Box(40, 40, 20, 20));
    }

    @Test
    void givesBoxesOfTheOriginalPicture() {
        List<Detection> found = create().detect(pictureWithTargets());
        assertEquals(1, found.size());
        assertTrue(found.getFirst().box().iou(new Box(40, 40, 20, 20)) > 0.85, found::toString);
    }

    @Test
    void saysItsScaleInItsName() {
        assertEquals("square@1.5", create().name());
    }
}
