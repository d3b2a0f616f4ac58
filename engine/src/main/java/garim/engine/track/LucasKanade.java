package garim.engine.track;

import java.util.Optional;

/**
 * Finds where the surroundings of a point of one picture lie in another: Lucas and Kanade (IJCAI 1981), from the coarse
 * level of a pyramid to the fine one (Bouguet, 2000). Used by one thread.
 */
final class LucasKanade {
    /**
     * A place in the largest level.
     *
     * @param x column
     * @param y row
     */
    record Point(float x, float y) {
        float distance(Point other) {
            return (float) Math.hypot(x - other.x, y - other.y);
        }
    }

    private static final int RADIUS = 3;
    private static final int SIDE = 2 * RADIUS + 1;
    private static final int MOST_STEPS = 8;
    private static final float SMALL_STEP = 0.03f;

    /** Least change of luma per pixel, squared, in the direction that changes least; less is a bare wall. */
    private static final float LEAST_TEXTURE = 4f;

    /** Largest mean difference of luma at the place that was found. */
    private static final float MOST_DIFFERENCE = 22;

    private static final int WIDE = SIDE + 2;

    private final float[] window = new float[SIDE * SIDE];
    private final float[] wide = new float[WIDE * WIDE];
    private final float[] candidate = new float[SIDE * SIDE];
    private final float[] slopeX = new float[SIDE * SIDE];
    private final float[] slopeY = new float[SIDE * SIDE];
    private float slopeXx;
    private float slopeXy;
    private float slopeYy;

    /** Where the point went; empty when its surroundings have no texture or are not found. */
    Optional<Point> locate(LumaPyramid from, LumaPyramid to, Point point) {
        float moveX = 0;
        float moveY = 0;
        for (int level = from.levels().size() - 1; level >= 0; level--) {
            float scale = 1f / (1 << level);
            // Pixel centres: the middle of the first pixel of a coarse level lies between pixels of the fine one.
            float x = (point.x() + 0.5f) * scale - 0.5f;
            float y = (point.y() + 0.5f) * scale - 0.5f;
            boolean textured = measure(from.levels().get(level), x, y);
            if (textured) {
                Point found = search(to.levels().get(level), x + moveX, y + moveY);
                moveX = found.x() - x;
                moveY = found.y() - y;
            }
            if (level == 0) {
                boolean isFound = textured && difference(to.base(), x + moveX, y + moveY) <= MOST_DIFFERENCE;
                return isFound ? Optional.of(new Point(x + moveX, y + moveY)) : Optional.empty();
            }
            moveX *= 2;
            moveY *= 2;
        }
        return Optional.empty();
    }

    /** Takes the window around a point and how it changes; false when it hardly does. */
    private boolean measure(LumaPyramid.Level level, float x, float y) {
        slopeXx = 0;
        slopeXy = 0;
        slopeYy = 0;
        level.samples(x, y, RADIUS + 1, wide);
        for (int row = 0; row < SIDE; row++) {
            for (int column = 0; column < SIDE; column++) {
                int middle = (row + 1) * WIDE + column + 1;
                float across = (wide[middle + 1] - wide[middle - 1]) / 2;
                float down = (wide[middle + WIDE] - wide[middle - WIDE]) / 2;
                int i = row * SIDE + column;
                window[i] = wide[middle];
                slopeX[i] = across;
                slopeY[i] = down;
                slopeXx += across * across;
                slopeXy += across * down;
                slopeYy += down * down;
            }
        }
        double half = (slopeXx + slopeYy) / 2.0;
        double least = half - Math.sqrt(Math.max(0, half * half - determinant()));
        return least / (SIDE * SIDE) >= LEAST_TEXTURE;
    }

    private double determinant() {
        return (double) slopeXx * slopeYy - (double) slopeXy * slopeXy;
    }

    private Point search(LumaPyramid.Level level, float startX, float startY) {
        float x = startX;
        float y = startY;
        double determinant = determinant();
        for (int step = 0; step < MOST_STEPS; step++) {
            double pullX = 0;
            double pullY = 0;
            level.samples(x, y, RADIUS, candidate);
            for (int i = 0; i < window.length; i++) {
                float missing = window[i] - candidate[i];
                pullX += missing * slopeX[i];
                pullY += missing * slopeY[i];
            }
            float moveX = (float) ((slopeYy * pullX - slopeXy * pullY) / determinant);
            float moveY = (float) ((slopeXx * pullY - slopeXy * pullX) / determinant);
            x += moveX;
            y += moveY;
            if (Math.hypot(moveX, moveY) < SMALL_STEP) {
                break;
            }
        }
        return new Point(x, y);
    }

    private float difference(LumaPyramid.Level level, float x, float y) {
        level.samples(x, y, RADIUS, candidate);
        float sum = 0;
        for (int i = 0; i < window.length; i++) {
            sum += Math.abs(window[i] - candidate[i]);
        }
        return sum / window.length;
    }
}
