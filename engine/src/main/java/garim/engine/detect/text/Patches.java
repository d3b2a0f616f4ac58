package garim.engine.detect.text;

import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Labels the connected patches of a map: cells above a threshold that touch at a side or a corner.
 *
 * <p>Rows are read once as runs; runs that touch a run of the row above join its patch (union-find).
 */
final class Patches {
    private final FloatBuffer map;
    private final int columns;
    private final int rows;
    private final float threshold;
    private int[] runs = new int[384];
    private double[] sums = new double[128];
    private int[] parents = new int[128];
    private int count;

    private Patches(FloatBuffer map, int columns, int rows, double threshold) {
        this.map = map;
        this.columns = columns;
        this.rows = rows;
        this.threshold = (float) threshold;
    }

    /**
     * All patches of a map, in the order of their first cell.
     *
     * @param map values row after row, at absolute positions
     * @param columns cells per row
     * @param rows number of rows
     * @param threshold cells with a greater value belong to a patch
     */
    static List<Patch> of(FloatBuffer map, int columns, int rows, double threshold) {
        Patches patches = new Patches(map, columns, rows, threshold);
        patches.label();
        return patches.collect();
    }

    private void label() {
        float[] row = new float[columns];
        int above = 0;
        for (int y = 0; y < rows; y++) {
            map.get(y * columns, row);
            int first = count;
            readRow(row, y);
            joinRows(above, first);
            above = first;
        }
    }

    private void readRow(float[] row, int y) {
        int x = 0;
        while (x < columns) {
            if (row[x] > threshold) {
                int start = x;
                double sum = 0;
                while (x < columns && row[x] > threshold) {
                    sum += row[x++];
                }
                add(y, start, x, sum);
            } else {
                x++;
            }
        }
    }

    private void add(int y, int start, int end, double sum) {
        if (count == parents.length) {
            runs = Arrays.copyOf(runs, runs.length * 2);
            sums = Arrays.copyOf(sums, sums.length * 2);
            parents = Arrays.copyOf(parents, parents.length * 2);
        }
        runs[3 * count] = y;
        runs[3 * count + 1] = start;
        runs[3 * count + 2] = end;
        sums[count] = sum;
        parents[count] = count;
        count++;
    }

    private void joinRows(int above, int first) {
        int upper = above;
        int lower = first;
        while (upper < first && lower < count) {
            boolean adjacent = runs[3 * upper] + 1 == runs[3 * lower];
            if (adjacent && runs[3 * upper + 1] <= runs[3 * lower + 2] && runs[3 * lower + 1] <= runs[3 * upper + 2]) {
                join(upper, lower);
            }
            if (runs[3 * upper + 2] < runs[3 * lower + 2]) {
                upper++;
            } else {
                lower++;
            }
        }
    }

    private void join(int a, int b) {
        int rootA = root(a);
        int rootB = root(b);
        parents[Math.max(rootA, rootB)] = Math.min(rootA, rootB);
    }

    private int root(int run) {
        int at = run;
        while (parents[at] != at) {
            parents[at] = parents[parents[at]];
            at = parents[at];
        }
        return at;
    }

    private List<Patch> collect() {
        List<List<Integer>> members = new ArrayList<>();
        int[] places = new int[count];
        for (int run = 0; run < count; run++) {
            int root = root(run);
            if (root == run) {
                places[run] = members.size();
                members.add(new ArrayList<>());
            }
            members.get(places[root]).add(run);
        }
        return members.stream().map(this::patch).toList();
    }

    private Patch patch(List<Integer> members) {
        int[] own = new int[3 * members.size()];
        int cells = 0;
        double sum = 0;
        for (int i = 0; i < members.size(); i++) {
            int run = members.get(i);
            System.arraycopy(runs, 3 * run, own, 3 * i, 3);
            cells += runs[3 * run + 2] - runs[3 * run + 1];
            sum += sums[run];
        }
        return new Patch(own, cells, sum / cells);
    }
}
