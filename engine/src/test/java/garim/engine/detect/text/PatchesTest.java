package garim.engine.detect.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.FloatBuffer;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PatchesTest {
    private static final double THRESHOLD = 0.3;

    @ParameterizedTest
    @CsvSource({"1,1,0.5,1", "1,40,0.5,2", "40,1,0.5,3", "37,29,0.2,4", "64,48,0.45,5", "50,50,0.6,6", "31,33,0.9,7"})
    void labelsLikeAPlainFloodFill(int columns, int rows, double share, long seed) {
        Random random = new Random(seed);
        float[] map = new float[columns * rows];
        for (int i = 0; i < map.length; i++) {
            map[i] = random.nextDouble() < share ? 0.31f + 0.6f * random.nextFloat() : 0.3f * random.nextFloat();
        }
        List<Patch> patches = Patches.of(FloatBuffer.wrap(map), columns, rows, THRESHOLD);
        Set<Set<Integer>> fast = new HashSet<>();
        patches.forEach(patch -> fast.add(cells(patch, columns)));
        assertEquals(PlainPatches.of(map, columns, rows, THRESHOLD), fast, "seed " + seed);
        patches.forEach(patch -> assertEquals(mean(map, cells(patch, columns)), patch.mean(), 1e-6));
    }

    private static Set<Integer> cells(Patch patch, int columns) {
        Set<Integer> cells = new HashSet<>();
        for (int i = 0; i < patch.runs().length; i += 3) {
            for (int x = patch.runs()[i + 1]; x < patch.runs()[i + 2]; x++) {
                cells.add(patch.runs()[i] * columns + x);
            }
        }
        assertEquals(patch.cells(), cells.size());
        return cells;
    }

    private static double mean(float[] map, Set<Integer> cells) {
        return cells.stream().mapToDouble(i -> map[i]).average().orElseThrow();
    }
}
