package garim.engine.motion;

import garim.engine.frame.Box;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** Joins moving cells that touch or nearly touch to regions and gives their bounds in pixels. */
final class MovingRegions {
    /** Cells between two parts that still belong together; arms and legs come apart when cells are small. */
    private static final int GAP = 2;

    private final BitSet moving;
    private final ReducedLuma picture;
    private final BitSet seen = new BitSet();
    private final BitSet counted = new BitSet();
    private final List<Box> boxes = new ArrayList<>();

    private MovingRegions(BitSet moving, ReducedLuma picture, BitSet strong, int leastCells) {
        this.moving = moving;
        this.picture = picture;
        for (int cell = moving.nextSetBit(0); cell >= 0; cell = moving.nextSetBit(cell + 1)) {
            if (!seen.get(cell)) {
                BitSet region = new BitSet();
                Bounds bounds = flood(cell, region);
                if (bounds.cells >= leastCells || region.intersects(strong)) {
                    boxes.add(bounds.toBox(picture.cellPx()));
                    counted.or(region);
                }
            }
        }
    }

    /** Bounds of the regions of at least so many cells; smaller ones are noise of the sensor. */
    static List<Box> of(BitSet moving, ReducedLuma picture, int leastCells) {
        return of(moving, picture, new BitSet(), leastCells).boxes();
    }

    /** The regions of at least so many cells, or that hold one of the strong cells. */
    static MovingRegions of(BitSet moving, ReducedLuma picture, BitSet strong, int leastCells) {
        return new MovingRegions(moving, picture, strong, leastCells);
    }

    /** The bounds of each region in pixels. */
    List<Box> boxes() {
        return List.copyOf(boxes);
    }

    /** True for a cell of a region. */
    boolean holds(int cell) {
        return counted.get(cell);
    }

    private Bounds flood(int start, BitSet region) {
        Bounds bounds = new Bounds();
        List<Integer> open = new ArrayList<>(List.of(start));
        seen.set(start);
        region.set(start);
        while (!open.isEmpty()) {
            int cell = open.removeLast();
            int x = cell % picture.columns();
            int y = cell / picture.columns();
            bounds.add(x, y);
            for (int row = Math.max(0, y - GAP); row <= Math.min(picture.rows() - 1, y + GAP); row++) {
                for (int col = Math.max(0, x - GAP); col <= Math.min(picture.columns() - 1, x + GAP); col++) {
                    int near = row * picture.columns() + col;
                    if (moving.get(near) && !seen.get(near)) {
                        seen.set(near);
                        region.set(near);
                        open.add(near);
                    }
                }
            }
        }
        return bounds;
    }

    /** The smallest rectangle of cells that holds a region. */
    private static final class Bounds {
        private int left = Integer.MAX_VALUE;
        private int top = Integer.MAX_VALUE;
        private int right = -1;
        private int bottom = -1;
        private int cells;

        void add(int x, int y) {
            left = Math.min(left, x);
            top = Math.min(top, y);
            right = Math.max(right, x);
            bottom = Math.max(bottom, y);
            cells++;
        }

        /** One cell more on each side: the edge of a moving thing fills its cells only in part. */
        Box toBox(int cellPx) {
            return Box.between((left - 1) * cellPx, (top - 1) * cellPx, (right + 2) * cellPx, (bottom + 2) * cellPx);
        }
    }
}
