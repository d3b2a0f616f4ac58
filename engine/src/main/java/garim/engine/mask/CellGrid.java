package garim.engine.mask;

import garim.engine.frame.Box;
import garim.engine.frame.TargetKind;

/**
 * A cell grid cuts the area of a mask into columns and rows of equal cells. It belongs to the target, not to the picture:
 * it reaches outside where the target does, so that a cell stays on the same part of the target wherever that goes.
 *
 * @param x left edge in pairs of luma pixels
 * @param y top edge in pairs of luma pixels
 * @param width pairs of luma pixels, at least as many as columns
 * @param height pairs of luma pixels, at least as many as rows
 * @param columns cells side by side, from 1
 * @param rows cells one above the other, from 1
 * @param step samples to a pair: 2 on the luma plane, 1 on the chroma planes
 */
record CellGrid(int x, int y, int width, int height, int columns, int rows, int step) {
    private static final int LUMA = 2;

    /** Keeps a side like 5.9999999 cells from losing a cell. */
    private static final double ROUNDING = 1e-6;

    CellGrid {
        columns = Math.clamp(width, 1, columns);
        rows = Math.clamp(height, 1, rows);
    }

    /**
     * The grid of a target on the luma plane.
     *
     * @param kind what the target is
     * @param target the target without its margin
     * @param margin ratio of the target added on every side
     * @param pictureWidth a target is cut where it reaches further out of the picture than the picture is wide
     * @param pictureHeight as the width
     */
    static CellGrid of(TargetKind kind, Box target, double margin, int pictureWidth, int pictureHeight) {
        double shortSide = Math.min(target.width(), target.height());
        int over = MaskStrength.cells(kind, shortSide);
        Box grown = target.grow(margin)
                .intersect(new Box(-pictureWidth, -pictureHeight, 3.0 * pictureWidth, 3.0 * pictureHeight));
        int left = (int) Math.floor(grown.x() / 2);
        int top = (int) Math.floor(grown.y() / 2);
        int width = Math.max(1, (int) Math.ceil(grown.right() / 2) - left);
        int height = Math.max(1, (int) Math.ceil(grown.bottom() / 2) - top);
        if (over == 1) {
            return new CellGrid(left, top, width, height, 1, 1, LUMA);
        }
        double cell = shortSide / over;
        return new CellGrid(left, top, width, height, cells(grown.width(), cell), cells(grown.height(), cell), LUMA);
    }

    private static int cells(double side, double cell) {
        return Math.max(1, (int) (side / cell + ROUNDING));
    }

    /** The same area with as many cells as were measured. */
    CellGrid withCells(CellMeans means) {
        return new CellGrid(x, y, width, height, means.columns(), means.rows(), step);
    }

    /** The same cells on the chroma planes. */
    CellGrid onChroma() {
        return new CellGrid(x, y, width, height, columns, rows, 1);
    }

    /** The same area as a single cell. */
    CellGrid asOneCell() {
        return new CellGrid(x, y, width, height, 1, 1, step);
    }

    /** The left edge of a column in samples; of the column after the last, the right edge of the grid. */
    int left(int column) {
        return (x + share(width, column, columns)) * step;
    }

    /** The top edge of a row in samples; of the row after the last, the bottom edge of the grid. */
    int top(int row) {
        return (y + share(height, row, rows)) * step;
    }

    private static int share(int side, int cell, int cells) {
        return (int) ((2L * cell * side + cells) / (2L * cells));
    }
}
