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
    /** The samples of an area, with up to so many more on every side as there are in the picture. */
    static Lattice around(PixelArea area, int step, int more, int pictureWidth, int pictureHeight) {
        int before = Math.min(more, area.left() / step);
        int above = Math.min(more, area.top() / step);
        int left = area.left() - before * step;
        int top = area.top() - above * step;
        int right = Math.min(pictureWidth, area.right() + more * step);
        int bottom = Math.min(pictureHeight, area.bottom() + more * step);
        return new Lattice(left, top, count(right - left, step), count(bottom - top, step), step);
    }

    /** The samples of an area alone. */
    static Lattice of(PixelArea area, int step) {
        return new Lattice(area.left(), area.top(), count(area.width(), step), count(area.height(), step), step);
    }

    private static int count(int pixels, int step) {
        return (pixels + step - 1) / step;
    }

    /** How many samples further right a column lies than the first one. */
    int columnOf(int x) {
        return (x - left) / step;
    }

    /** How many samples further down a row lies than the first one. */
    int rowOf(int y) {
        return (y - top) / step;
    }
}
