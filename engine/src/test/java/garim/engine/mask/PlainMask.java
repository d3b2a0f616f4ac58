package garim.engine.mask;

import garim.engine.frame.Plane;

/** The slow plain twin of the mask routines: one sample at a time, in floating point. */
final class PlainMask {
    private PlainMask() {}

    static int[][] samples(Plane plane) {
        int[][] copy = new int[plane.height()][plane.width()];
        for (int y = 0; y < plane.height(); y++) {
            for (int x = 0; x < plane.width(); x++) {
                copy[y][x] = plane.at(x, y);
            }
        }
        return copy;
    }

    static int mean(int[][] source, PixelRect rect, int cell, int column, int row) {
        long sum = 0;
        int count = 0;
        for (int y = rect.y() + row * cell; y < Math.min(rect.y() + rect.height(), rect.y() + (row + 1) * cell); y++) {
            for (int x = rect.x() + column * cell;
                    x < Math.min(rect.x() + rect.width(), rect.x() + (column + 1) * cell);
                    x++) {
                sum += source[y][x];
                count++;
            }
        }
        return (int) Math.floor((double) sum / count + 0.5);
    }

    static int mosaic(int[][] source, PixelRect rect, int cell, int x, int y) {
        return mean(source, rect, cell, (x - rect.x()) / cell, (y - rect.y()) / cell);
    }

    static double blur(int[][] source, PixelRect rect, int cell, int x, int y) {
        int columns = (rect.width() + cell - 1) / cell;
        int rows = (rect.height() + cell - 1) / cell;
        double px = Math.clamp((x - rect.x() + 0.5) / cell - 0.5, 0, columns - 1);
        double py = Math.clamp((y - rect.y() + 0.5) / cell - 0.5, 0, rows - 1);
        int left = (int) px;
        int top = (int) py;
        int right = Math.min(columns - 1, left + 1);
        int bottom = Math.min(rows - 1, top + 1);
        double shareX = px - left;
        double shareY = py - top;
        double above =
                mean(source, rect, cell, left, top) * (1 - shareX) + mean(source, rect, cell, right, top) * shareX;
        double below = mean(source, rect, cell, left, bottom) * (1 - shareX)
                + mean(source, rect, cell, right, bottom) * shareX;
        return above * (1 - shareY) + below * shareY;
    }
}
