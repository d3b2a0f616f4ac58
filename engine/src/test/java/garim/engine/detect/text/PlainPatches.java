package garim.engine.detect.text;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The slow plain twin of {@link Patches}: fills each patch from its first cell on. */
final class PlainPatches {
    private PlainPatches() {}

    /** The cells of each patch of what is above the threshold. */
    static Set<Set<Integer>> of(float[] map, int columns, int rows, double threshold) {
        Set<Set<Integer>> patches = new HashSet<>();
        boolean[] seen = new boolean[map.length];
        for (int i = 0; i < map.length; i++) {
            if (map[i] > threshold && !seen[i]) {
                patches.add(flood(map, columns, rows, threshold, seen, i));
            }
        }
        return patches;
    }

    private static Set<Integer> flood(float[] map, int columns, int rows, double threshold, boolean[] seen, int start) {
        Set<Integer> patch = new HashSet<>();
        Deque<Integer> open = new ArrayDeque<>(List.of(start));
        seen[start] = true;
        while (!open.isEmpty()) {
            int cell = open.pop();
            patch.add(cell);
            for (int next : neighbours(cell, columns, rows)) {
                if (map[next] > threshold && !seen[next]) {
                    seen[next] = true;
                    open.push(next);
                }
            }
        }
        return patch;
    }

    private static List<Integer> neighbours(int cell, int columns, int rows) {
        List<Integer> near = new ArrayList<>();
        for (int i = 0; i < 9; i++) {
            int x = cell % columns + i % 3 - 1;
            int y = cell / columns + i / 3 - 1;
            if (x >= 0 && x < columns && y >= 0 && y < rows) {
                near.add(y * columns + x);
            }
        }
        return near;
    }
}
