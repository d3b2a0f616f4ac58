package garim.engine.motion;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import garim.engine.frame.Plane;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CutWatchTest {
    private final CutWatch watch = new CutWatch();
    private final Random noise = new Random(5);

    @Test
    void findsAHardCutAndNothingElse() {
        for (int frame = 0; frame < 60; frame++) {
            long scene = frame < 30 ? 1 : 2;
            assertTrue(watch.accept(street(scene, 0, 0)) == (frame == 30), "frame " + frame);
        }
    }

    @Test
    void doesNotTakeALightSwitchForACut() {
        for (int frame = 0; frame < 40; frame++) {
            assertFalse(watch.accept(street(1, 0, frame / 8 % 2 == 0 ? -50 : 50)), "frame " + frame);
        }
    }

    @Test
    void doesNotTakeAPanForACut() {
        for (int frame = 0; frame < 40; frame++) {
            assertFalse(watch.accept(street(1, 4 * frame, 0)), "frame " + frame);
        }
    }

    @Test
    void doesNotTakeTheNoiseOfADarkPictureForACut() {
        for (int frame = 0; frame < 40; frame++) {
            assertFalse(watch.accept(dark()), "frame " + frame);
        }
    }

    /** Houses with windows, different in every scene. */
    private Plane street(long scene, int pan, int light) {
        Plane plane = Plane.allocate(480, 270);
        for (int y = 0; y < plane.height(); y++) {
            for (int x = 0; x < plane.width(); x++) {
                int house = (x + pan) / 60;
                int wall = new Random(scene * 1000 + house * 31L + y / 50).nextInt(120);
                plane.put(x, y, Math.clamp(60 + wall + light + noise.nextInt(7) - 3, 0, 255));
            }
        }
        return plane;
    }

    private Plane dark() {
        Plane plane = Plane.allocate(480, 270);
        for (int y = 0; y < plane.height(); y++) {
            for (int x = 0; x < plane.width(); x++) {
                plane.put(x, y, 16 + noise.nextInt(12));
            }
        }
        return plane;
    }
}
