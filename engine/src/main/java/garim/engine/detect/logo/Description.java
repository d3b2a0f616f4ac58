package garim.engine.detect.logo;

/**
 * A description is a histogram of the gradients around a keypoint, turned with it, by place and direction (Lowe, IJCV
 * 2004), each number the square root of its share (Arandjelovic and Zisserman, CVPR 2012).
 */
final class Description {
    /** Numbers of a description. */
    static final int LENGTH = 128;

    private static final int CELLS = 4;
    private static final int DIRECTIONS = 8;
    private static final double CELL_SIGMAS = 3;
    private static final double WINDOW = 1 / (2 * 0.25 * CELLS * CELLS);
    private static final double LARGEST_SHARE = 0.2;

    private final double[] sums = new double[LENGTH];

    private Description() {}

    /** Describes the surroundings of a point of a blurred level. */
    static float[] of(Gray level, double x, double y, double sigma, double angle) {
        Description description = new Description();
        description.collect(level, x, y, CELL_SIGMAS * sigma, angle);
        return description.normalized();
    }

    /** The description of the same place in the negative, relative to the angle turned by half. */
    static float[] ofNegative(float[] description) {
        float[] result = new float[LENGTH];
        for (int cell = 0; cell < CELLS * CELLS; cell++) {
            int opposite = CELLS * CELLS - 1 - cell;
            System.arraycopy(description, cell * DIRECTIONS, result, opposite * DIRECTIONS, DIRECTIONS);
        }
        return result;
    }

    private void collect(Gray level, double x, double y, double cell, double angle) {
        double cos = Math.cos(angle) / cell;
        double sin = Math.sin(angle) / cell;
        int radius = (int) Math.round(cell * Math.sqrt(2) * (CELLS + 1) / 2);
        int centerX = (int) Math.round(x);
        int centerY = (int) Math.round(y);
        int top = Math.max(1, centerY - radius);
        int bottom = Math.min(level.height() - 2, centerY + radius);
        int left = Math.max(1, centerX - radius);
        int right = Math.min(level.width() - 2, centerX + radius);
        float[] samples = level.samples();
        for (int py = top; py <= bottom; py++) {
            for (int px = left; px <= right; px++) {
                double u = cos * (px - x) + sin * (py - y);
                double v = cos * (py - y) - sin * (px - x);
                double half = CELLS / 2.0;
                if (Math.abs(u) < half + 0.5 && Math.abs(v) < half + 0.5) {
                    int i = py * level.width() + px;
                    double dx = samples[i + 1] - samples[i - 1];
                    double dy = samples[i + level.width()] - samples[i - level.width()];
                    double weight = Math.sqrt(dx * dx + dy * dy) * Math.exp(-(u * u + v * v) * WINDOW);
                    double turns = (Angles.of(dx, dy) - angle) / (2 * Math.PI);
                    add(u + half - 0.5, v + half - 0.5, (turns - Math.floor(turns)) * DIRECTIONS, weight);
                }
            }
        }
    }

    private void add(double column, double row, double direction, double weight) {
        int left = (int) Math.floor(column);
        int top = (int) Math.floor(row);
        int first = (int) direction;
        for (int corner = 0; corner < 4; corner++) {
            int x = left + corner % 2;
            int y = top + corner / 2;
            if (x >= 0 && y >= 0 && x < CELLS && y < CELLS) {
                double share = weight * (1 - Math.abs(column - x)) * (1 - Math.abs(row - y));
                int cell = (y * CELLS + x) * DIRECTIONS;
                double second = direction - first;
                sums[cell + first % DIRECTIONS] += share * (1 - second);
                sums[cell + (first + 1) % DIRECTIONS] += share * second;
            }
        }
    }

    private float[] normalized() {
        double length = Math.sqrt(sumOfSquares());
        double total = 0;
        for (int i = 0; i < LENGTH; i++) {
            sums[i] = Math.min(sums[i], LARGEST_SHARE * length);
            total += sums[i];
        }
        float[] result = new float[LENGTH];
        for (int i = 0; i < LENGTH && total > 0; i++) {
            result[i] = (float) Math.sqrt(sums[i] / total);
        }
        return result;
    }

    private double sumOfSquares() {
        double sum = 0;
        for (double value : sums) {
            sum += value * value;
        }
        return sum;
    }
}
