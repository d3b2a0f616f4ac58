package garim.engine.track;

import garim.engine.frame.PixelRoutine;
import garim.engine.frame.Plane;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** The routines under the following of pixels, and their twins. */
public final class TrackRoutines {
    private static final int WINDOWS = 1000;
    private static final int RADIUS = 4;

    private TrackRoutines() {}

    /** All of them. */
    public static List<PixelRoutine> all() {
        Plane luma = PixelRoutine.noise(1920, 1080, 1);
        return List.of(pyramid(luma), windows(LumaPyramid.of(luma).base()));
    }

    private static PixelRoutine pyramid(Plane luma) {
        Supplier<Object> fast = () -> LumaPyramid.of(luma).levels().stream()
                .map(LumaPyramid.Level::values)
                .toArray();
        return new PixelRoutine("pyramid", "picture of 1080p", fast, () -> plainPyramid(luma), 0);
    }

    private static Object plainPyramid(Plane luma) {
        List<LumaPyramid.Level> levels = new ArrayList<>();
        byte[] base = new byte[960 * 540];
        for (int i = 0; i < base.length; i++) {
            base[i] = (byte) PlainPyramid.reduced(luma, 2, i % 960, i / 960);
        }
        levels.add(new LumaPyramid.Level(960, 540, base));
        while (levels.size() < 4) {
            levels.add(half(levels.getLast()));
        }
        return levels.stream().map(LumaPyramid.Level::values).toArray();
    }

    private static LumaPyramid.Level half(LumaPyramid.Level large) {
        int width = large.width() / 2;
        int height = large.height() / 2;
        byte[] values = new byte[width * height];
        for (int i = 0; i < values.length; i++) {
            values[i] = (byte) PlainPyramid.halved(large, i % width, i / width);
        }
        return new LumaPyramid.Level(width, height, values);
    }

    private static PixelRoutine windows(LumaPyramid.Level level) {
        float[][] samples = new float[WINDOWS][(2 * RADIUS + 1) * (2 * RADIUS + 1)];
        Supplier<Object> fast = () -> {
            for (int i = 0; i < WINDOWS; i++) {
                level.samples(x(i), y(i), RADIUS, samples[i]);
            }
            return samples;
        };
        Supplier<Object> plain = () -> {
            Object[] windows = new Object[WINDOWS];
            for (int i = 0; i < WINDOWS; i++) {
                windows[i] = PlainPyramid.window(level, x(i), y(i), RADIUS);
            }
            return windows;
        };
        return new PixelRoutine("windows", "1000 of 9x9", fast, plain, 0.01);
    }

    private static float x(int i) {
        return 10 + i * 0.93f;
    }

    private static float y(int i) {
        return 10 + i * 0.51f;
    }
}
