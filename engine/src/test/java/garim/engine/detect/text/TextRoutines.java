package garim.engine.detect.text;

import garim.engine.frame.PixelRoutine;
import java.nio.FloatBuffer;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;

/** The routine that finds connected writing, and its twin. */
public final class TextRoutines {
    private static final int COLUMNS = 960;
    private static final int ROWS = 544;
    private static final double THRESHOLD = 0.3;

    private TextRoutines() {}

    /** All of them; of patches only the sizes are compared here. */
    public static List<PixelRoutine> all() {
        Random random = new Random(1);
        float[] map = new float[COLUMNS * ROWS];
        for (int i = 0; i < map.length; i++) {
            map[i] = random.nextDouble() < 0.2 ? 0.6f : 0.1f;
        }
        Supplier<Object> fast = () -> Patches.of(FloatBuffer.wrap(map), COLUMNS, ROWS, THRESHOLD).stream()
                .mapToInt(Patch::cells)
                .sorted()
                .toArray();
        Supplier<Object> plain = () -> PlainPatches.of(map, COLUMNS, ROWS, THRESHOLD).stream()
                .mapToInt(Set::size)
                .sorted()
                .toArray();
        return List.of(new PixelRoutine("patches", "map of 960x544", fast, plain, 0));
    }
}
