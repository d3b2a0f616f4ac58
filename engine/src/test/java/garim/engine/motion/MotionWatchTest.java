package garim.engine.motion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import garim.engine.frame.Box;
import garim.engine.frame.Frame;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import java.util.function.IntUnaryOperator;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/** What the motion watch promises, on a noisy synthetic camera at 10 frames a second. */
final class MotionWatchTest {
    private static final int WIDTH = 640;
    private static final int HEIGHT = 360;
    private static final double RATE = 10;

    /** A scene by frame number: where somebody stands, what the light adds, and from where on the camera shows it. */
    private record Scene(IntFunction<Box> walkers, IntUnaryOperator lights, IntPredicate elsewhere) {
        static Scene with(IntFunction<Box> walkers) {
            return new Scene(walkers, frame -> 0, frame -> false);
        }

        Scene litBy(IntUnaryOperator other) {
            return new Scene(walkers, other, elsewhere);
        }

        Scene elsewhereWhen(IntPredicate other) {
            return new Scene(walkers, lights, other);
        }

        Box walker(int frame) {
            return walkers.apply(frame);
        }
    }

    private static final Scene EMPTY = Scene.with(frame -> new Box(0, 0, 0, 0));

    @Test
    void findsAWalkerInEveryFrameFromTheFirstOn() {
        Scene scene = Scene.with(frame -> new Box(20 + 5 * frame, 150, 24, 60));
        List<FrameMotion> motion = watch(scene, 100);
        assertEquals(100, motion.size());
        for (FrameMotion frame : motion) {
            assertTrue(isCovered(frame, scene.walker(frame.frame())), "frame " + frame.frame());
        }
    }

    @Test
    void seesNothingInAnEmptyNoisyScene() {
        assertTrue(watch(EMPTY, 120).stream().allMatch(frame -> frame.regions().isEmpty()));
    }

    @Test
    void holdsAPersonWhoStopsForTwoMinutes() {
        Scene scene = Scene.with(frame -> new Box(20 + 5 * Math.min(frame, 60), 150, 24, 60));
        List<FrameMotion> motion = watch(scene, 1260);
        assertTrue(isCovered(motion.getLast(), scene.walker(1259)));
    }

    @Test
    void survivesLightThatChangesSlowlyAndAtOnce() {
        Scene scene = EMPTY.litBy(frame -> frame < 80 ? frame / 4 : 45);
        assertTrue(watch(scene, 140).stream().allMatch(frame -> frame.regions().isEmpty() && !frame.isUnknown()));
    }

    @Test
    void learnsAgainAfterACutAndStillSeesWhoMoves() {
        Scene scene = Scene.with(frame -> new Box(20 + 4 * frame, 150, 24, 60)).elsewhereWhen(frame -> frame >= 70);
        List<FrameMotion> motion = watch(scene, 140);
        assertEquals(140, motion.size());
        for (FrameMotion frame : motion) {
            assertTrue(frame.isUnknown() || isCovered(frame, scene.walker(frame.frame())), "frame " + frame.frame());
        }
        assertFalse(motion.get(120).isUnknown());
    }

    @Test
    void saysUnknownWhereACutFallsIntoTheTimeOfLearning() {
        Scene scene = EMPTY.elsewhereWhen(frame -> frame < 10);
        List<FrameMotion> motion = watch(scene, 60);
        assertTrue(motion.subList(0, 10).stream().allMatch(FrameMotion::isUnknown));
        assertTrue(motion.subList(10, 60).stream().noneMatch(FrameMotion::isUnknown));
    }

    @RepeatedTest(20)
    void reducesLikeItsPlainTwin(RepetitionInfo run) {
        Random random = new Random(run.getCurrentRepetition());
        int width = 1 + random.nextInt(900);
        int height = 1 + random.nextInt(40);
        Frame frame = Frame.allocate(width, height, 0, 0);
        for (int i = 0; i < width * height; i++) {
            frame.luma().bytes().put(i, (byte) random.nextInt(256));
        }
        ReducedLuma reduced = ReducedLuma.of(frame.luma());
        for (int row = 0; row < reduced.rows(); row++) {
            for (int column = 0; column < reduced.columns(); column++) {
                assertEquals(
                        PlainLuma.mean(frame.luma(), column, row, reduced.cellPx()),
                        reduced.values()[row * reduced.columns() + column],
                        1e-3);
            }
        }
    }

    private static List<FrameMotion> watch(Scene scene, int frames) {
        MotionWatch watch = new MotionWatch();
        Random noise = new Random(7);
        Frame frame = Frame.allocate(WIDTH, HEIGHT, 0, 0);
        List<FrameMotion> motion = new ArrayList<>();
        for (int index = 0; index < frames; index++) {
            paint(frame, scene, index, noise);
            Frame numbered = new Frame(index, index, frame.luma(), frame.cb(), frame.cr(), false, false, false);
            motion.addAll(watch.accept(numbered, index / RATE));
        }
        motion.addAll(watch.finish());
        return motion;
    }

    private static void paint(Frame frame, Scene scene, int index, Random noise) {
        byte[] line = new byte[WIDTH];
        Box walker = scene.walker(index);
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                boolean inside = x >= walker.x() && x < walker.right() && y >= walker.y() && y < walker.bottom();
                int place = scene.elsewhere().test(index) ? 150 + (x * 3 + y) % 40 : 70 + (x + y * 2) % 40;
                int luma = (inside ? 30 : place) + scene.lights().applyAsInt(index) + noise.nextInt(9) - 4;
                line[x] = (byte) Math.clamp(luma, 0, 255);
            }
            frame.luma().bytes().put(y * WIDTH, line);
        }
    }

    private static boolean isCovered(FrameMotion motion, Box walker) {
        Box visible = walker.clamp(WIDTH, HEIGHT);
        return visible.isEmpty()
                || motion.regions().stream()
                        .anyMatch(region -> region.intersect(visible).area() >= 0.95 * visible.area());
    }
}
