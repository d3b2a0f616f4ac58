package garim.engine.motion;

import garim.engine.frame.PixelRoutine;
import garim.engine.frame.Plane;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** The routine under every watch for motion, changes and cuts, and its twin. */
public final class MotionRoutines {
    private MotionRoutines() {}

    /** All of them. */
    public static List<PixelRoutine> all() {
        Plane luma = PixelRoutine.noise(1920, 1080, 1);
        int cell = ReducedLuma.cellPx(luma.width());
        int columns = luma.width() / cell;
        Supplier<Object> plain = () -> IntStream.range(0, columns * luma.height() / cell)
                .mapToDouble(i -> PlainLuma.mean(luma, i % columns, i / columns, cell))
                .toArray();
        return List.of(new PixelRoutine(
                "cells of brightness",
                "picture of 1080p",
                () -> ReducedLuma.of(luma).values(),
                plain,
                1e-3));
    }
}
