package garim.engine.mask;

import garim.engine.frame.Box;

/**
 * Mask strength says how large a mosaic cell is, from the size of the target alone.
 *
 * <p>At most {@value #MAX_CELLS} cells lie over the short side of a target, a cell is never under {@value #MIN_CELL_PX}
 * pixels, and a target that has no room for two such cells becomes one colour. Six cells over a face of 0.16 m are 37.5
 * px/m, below the 40 px/m at which IEC 62676-4 speaks of an outline.
 */
public final class MaskStrength {
    /** Most cells over the short side of a target. */
    public static final int MAX_CELLS = 6;

    /** Smallest side of a cell in luma pixels. */
    public static final int MIN_CELL_PX = 8;

    private MaskStrength() {}

    /**
     * The side of a cell in luma pixels, even.
     *
     * @param target the target without its margin
     * @param painted the area that is painted
     */
    public static int cellPx(Box target, PixelRect painted) {
        double shortSide = Math.min(target.width(), target.height());
        if (shortSide < 2 * MIN_CELL_PX) {
            return even(Math.max(painted.width(), painted.height()));
        }
        return even(Math.max(MIN_CELL_PX, (int) Math.ceil(shortSide / MAX_CELLS)));
    }

    private static int even(int px) {
        return Math.max(2, (px + 1) / 2 * 2);
    }
}
