package garim.engine.detect;

import static org.junit.jupiter.api.Assertions.assertEquals;

import garim.engine.frame.Box;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CloseUpDetectorTest extends DetectorContract {
    @Override
    protected Detector create() {
        return new CloseUpDetector(new SquareDetector("square", 0.9));
    }

    @Override
    protected Picture pictureWithTargets() {
        return SquareDetector.picture(960, 540, new Box(100, 100, 300, 320), new Box(700, 60, 12, 20));
    }

    @Test
    void looksAtALargePictureReducedAsWell() {
        List<Picture> seen = new ArrayList<>();
        new CloseUpDetector(SquareDetector.recorder(seen)).detect(blank(1920, 1080, 0));
        assertEquals(List.of(1920, 480), seen.stream().map(Picture::width).toList());
    }

    @Test
    void looksAtASmallPictureOnce() {
        List<Picture> seen = new ArrayList<>();
        new CloseUpDetector(SquareDetector.recorder(seen)).detect(blank(640, 480, 0));
        assertEquals(1, seen.size());
    }

    @Test
    void seesEachTargetOnce() {
        assertEquals(2, create().detect(pictureWithTargets()).size());
    }
}
