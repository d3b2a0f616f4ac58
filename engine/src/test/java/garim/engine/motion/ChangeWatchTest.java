package garim.engine.motion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import garim.engine.frame.Box;
import garim.engine.frame.Plane;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ChangeWatchTest {
    private static final int WIDTH = 960;
    private static final int HEIGHT = 540;
    private static final Box WHOLE = new Box(0, 0, WIDTH, HEIGHT);
    private static final Box NOBODY = new Box(0, 0, 0, 0);
    private static final double STEP = 0.2;

    private final Random noise = new Random(11);
    private final ChangeWatch watch = new ChangeWatch(1000, 1000);
    private double seconds;

    @Test
    void looksAtTheWholePictureFirst() {
        assertEquals(List.of(WHOLE), look(NOBODY, 0));
    }

    @Test
    void findsNothingToLookAtWhileOnlyTheSensorIsNoisy() {
        look(NOBODY, 0);
        for (int i = 0; i < 40; i++) {
            assertEquals(List.of(), look(NOBODY, 0));
        }
    }

    @Test
    void looksWhereAFaceOfTenPixelsAppearsAndWhereItVanishes() {
        Box face = new Box(403, 211, 10, 10);
        look(NOBODY, 0);
        assertCovered(face, look(face, 0));
        assertEquals(List.of(), look(face, 0));
        assertCovered(face, look(NOBODY, 0));
    }

    @Test
    void looksAtAWalkerAndNotAtTheRest() {
        look(NOBODY, 0);
        for (int i = 0; i < 30; i++) {
            Box walker = new Box(50 + 9 * i, 200, 40, 120);
            List<Box> regions = look(walker, 0);
            assertCovered(walker, regions);
            assertTrue(regions.stream().mapToDouble(Box::area).sum() < 0.1 * WHOLE.area(), () -> "" + regions);
        }
    }

    @Test
    void noticesWhatComesSoSlowlyThatNoTwoLooksDiffer() {
        look(NOBODY, 0);
        boolean noticed = false;
        for (int contrast = 0; contrast <= 40 && !noticed; contrast++) {
            noticed = !lookAtFading(new Box(300, 300, 30, 30), contrast).isEmpty();
        }
        assertTrue(noticed);
    }

    @Test
    void doesNotMindLightThatRisesEverywhere() {
        look(NOBODY, 0);
        for (int light = 0; light < 40; light++) {
            assertEquals(List.of(), look(NOBODY, light));
        }
    }

    @Test
    void looksAtTheWholePictureNowAndThenAndMoreSeldomTheOlderASceneIs() {
        ChangeWatch restless = new ChangeWatch(1, 6);
        Plane plane = Plane.allocate(WIDTH, HEIGHT);
        List<Integer> tenths = IntStream.range(0, 160)
                .filter(tenth -> !restless.accept(plane, tenth / 10.0, false).isEmpty())
                .boxed()
                .toList();
        assertEquals(List.of(0, 10, 40, 100), tenths);
    }

    @Test
    void looksOftenAgainAtANewScene() {
        ChangeWatch restless = new ChangeWatch(1, 4);
        Plane plane = Plane.allocate(WIDTH, HEIGHT);
        restless.accept(plane, 0, false);
        assertEquals(List.of(WHOLE), restless.accept(plane, 3, false));
        assertEquals(List.of(), restless.accept(plane, 5.9, false));
        assertEquals(List.of(WHOLE), restless.accept(plane, 5.9, true));
        assertEquals(List.of(WHOLE), restless.accept(plane, 6.9, false));
    }

    @Test
    void looksAtTheWholePictureOfANewScene() {
        look(NOBODY, 0);
        assertEquals(List.of(WHOLE), watch.accept(painted(NOBODY, 0, 0), seconds, true));
    }

    private List<Box> look(Box target, int light) {
        seconds += STEP;
        return watch.accept(painted(target, 90, light), seconds, false);
    }

    private List<Box> lookAtFading(Box target, int contrast) {
        seconds += STEP;
        return watch.accept(painted(target, contrast, 0), seconds, false);
    }

    private Plane painted(Box target, int contrast, int light) {
        Plane plane = Plane.allocate(WIDTH, HEIGHT);
        byte[] line = new byte[WIDTH];
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                int dx = x - (int) target.x();
                int dy = y - (int) target.y();
                boolean inside = dx >= 0 && dx < target.width() && dy >= 0 && dy < target.height();
                int pattern = inside ? (dx / 6 * 31 + dy / 7 * 17) % 60 : 0;
                int ground = 60 + (x / 5 * 7 + y / 9 * 3) % 50;
                int luma = (inside ? ground + contrast + (contrast > 50 ? pattern : 0) : ground)
                        + light
                        + noise.nextInt(9)
                        - 4;
                line[x] = (byte) Math.clamp(luma, 0, 255);
            }
            plane.bytes().put(y * plane.stride(), line);
        }
        return plane;
    }

    private static void assertCovered(Box target, List<Box> regions) {
        assertTrue(
                regions.stream().anyMatch(region -> region.intersect(target).area() >= 0.95 * target.area()),
                () -> target + " is not in " + regions);
    }
}
