package garim.engine.detect;

/**
 * The fewest equal tiles that cover a length and share at least an overlap with their neighbours.
 *
 * @param length pixels to cover
 * @param side pixels of one tile
 * @param count number of tiles
 */
record Tiling(int length, int side, int count) {
    private static final double EDGE = 1.5;

    static Tiling of(int length, int maxSide, int overlap) {
        if (length <= maxSide) {
            return new Tiling(length, length, 1);
        }
        int count = Math.ceilDiv(length - overlap, maxSide - overlap);
        int side = Math.ceilDiv(length + (count - 1) * overlap, count);
        return new Tiling(length, side, count);
    }

    /** First pixel of a tile. */
    int start(int tile) {
        return count == 1 ? 0 : (int) ((long) (length - side) * tile / (count - 1));
    }

    /** True when an extent, in pixels of a tile, ends at a side of the tile that is not a side of the whole. */
    boolean cuts(int tile, double from, double to) {
        return (tile > 0 && from < EDGE) || (tile < count - 1 && to > side - EDGE);
    }
}
