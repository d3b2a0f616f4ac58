package garim.engine.motion;

import garim.engine.frame.Plane;

/** The slow plain twin of {@link ReducedLuma}: one cell after the other. */
final class PlainLuma {
    private PlainLuma() {}

    /** The mean of what the picture shows of a cell. */
    static double mean(Plane luma, int column, int row, int cell) {
        double sum = 0;
        int count = 0;
        for (int y = row * cell; y < Math.min(luma.height(), (row + 1) * cell); y++) {
            for (int x = column * cell; x < Math.min(luma.width(), (column + 1) * cell); x++) {
                sum += luma.at(x, y);
                count++;
            }
        }
        return sum / count;
    }
}
