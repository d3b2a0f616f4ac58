package garim.engine.proof;

/**
 * A lattice is every n-th pixel of an area, across and down.
 *
 * @param left column of the first sample
 * @param top row of the first sample
 * @param columns samples across
 * @param rows samples down
 * @param step pixels from one sample to the next, from 1
 */
record Lattice(int left, int top, int columns, int rows, int step) {
    /** The samples of an area. */
    static Lattice of(PixelArea area, int step) {
        return new Lattice(area.left(), area.top(), count(area.width(), step), count(area.height(), step), step);
    }

    private static int count(int pixels, int step) {
        return (pixels + step - 1) / step;
    }
}
