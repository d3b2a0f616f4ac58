package garim.engine.detect.logo;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Keypoints finds the places of a picture that differ most from their surroundings (Lowe, IJCV 2004). */
final class Keypoints {
    private static final double EDGE_RATIO = 12;
    private static final int BINS = 36;
    private static final double ANGLE_SIGMAS = 1.5;
    private static final double SECOND_PEAK = 0.8;
    private static final int BORDER = 2;

    private final double contrast;
    private final List<Keypoint> found = new ArrayList<>();

    private Keypoints(double contrast) {
        this.contrast = contrast;
    }

    /**
     * The keypoints of all octaves.
     *
     * @param contrast the least difference to the surroundings, 0-255
     * @param most only the strongest so many, whatever the picture shows
     */
    static List<Keypoint> of(List<Octave> octaves, double contrast, int most) {
        Keypoints keypoints = new Keypoints(contrast);
        octaves.forEach(keypoints::search);
        if (keypoints.found.size() <= most) {
            return keypoints.found;
        }
        return keypoints.found.stream()
                .sorted(Comparator.comparingDouble(Keypoint::strength).reversed())
                .limit(most)
                .toList();
    }

    private void search(Octave octave) {
        List<float[]> differences = new ArrayList<>();
        for (int i = 0; i + 1 < octave.levels().size(); i++) {
            differences.add(
                    difference(octave.levels().get(i + 1), octave.levels().get(i)));
        }
        for (int level = 1; level + 1 < differences.size(); level++) {
            searchLevel(octave, differences, level);
        }
    }

    private static float[] difference(Gray more, Gray less) {
        float[] result = new float[less.width() * less.height()];
        for (int i = 0; i < result.length; i++) {
            result[i] = more.samples()[i] - less.samples()[i];
        }
        return result;
    }

    private void searchLevel(Octave octave, List<float[]> differences, int level) {
        int width = octave.levels().getFirst().width();
        int height = octave.levels().getFirst().height();
        float[] below = differences.get(level - 1);
        float[] here = differences.get(level);
        float[] above = differences.get(level + 1);
        for (int y = BORDER; y < height - BORDER; y++) {
            for (int x = BORDER; x < width - BORDER; x++) {
                int i = y * width + x;
                if (Math.abs(here[i]) >= contrast
                        && isExtreme(here[i], here, i, width)
                        && isExtreme(here[i], below, i, width)
                        && isExtreme(here[i], above, i, width)
                        && !isOnEdge(here, i, width)) {
                    describe(octave, differences, level, x, y);
                }
            }
        }
    }

    private static boolean isExtreme(float value, float[] other, int i, int width) {
        for (int row = i - width; row <= i + width; row += width) {
            for (int k = row - 1; k <= row + 1; k++) {
                if (value > 0 ? other[k] > value : other[k] < value) {
                    return false;
                }
            }
        }
        return true;
    }

    private static boolean isOnEdge(float[] d, int i, int width) {
        double xx = d[i - 1] + d[i + 1] - 2 * d[i];
        double yy = d[i - width] + d[i + width] - 2 * d[i];
        double xy = (d[i + width + 1] - d[i + width - 1] - d[i - width + 1] + d[i - width - 1]) / 4;
        double trace = xx + yy;
        double det = xx * yy - xy * xy;
        return det <= 0 || trace * trace * EDGE_RATIO >= (EDGE_RATIO + 1) * (EDGE_RATIO + 1) * det;
    }

    private void describe(Octave octave, List<float[]> differences, int level, int x, int y) {
        int width = octave.levels().getFirst().width();
        int i = y * width + x;
        float[] d = differences.get(level);
        double exactX = x + peak(d[i - 1], d[i], d[i + 1]);
        double exactY = y + peak(d[i - width], d[i], d[i + width]);
        double exactLevel =
                level + peak(differences.get(level - 1)[i], d[i], differences.get(level + 1)[i]);
        double sigma = Octave.sigma(exactLevel);
        Gray blurred = octave.levels().get(level);
        double step = octave.step();
        for (double angle : angles(blurred, x, y, sigma)) {
            found.add(new Keypoint(
                    exactX * step,
                    exactY * step,
                    sigma * step,
                    angle,
                    Math.abs(d[i]),
                    Description.of(blurred, exactX, exactY, sigma, angle)));
        }
    }

    /** Where between -0.5 and 0.5 the parabola through three values has its peak. */
    private static double peak(double before, double at, double after) {
        double curve = before - 2 * at + after;
        return curve == 0 ? 0 : Math.clamp((before - after) / (2 * curve), -0.5, 0.5);
    }

    private static List<Double> angles(Gray level, int x, int y, double sigma) {
        double[] histogram = smoothed(smoothed(histogram(level, x, y, ANGLE_SIGMAS * sigma)));
        double most = 0;
        for (double value : histogram) {
            most = Math.max(most, value);
        }
        List<Double> angles = new ArrayList<>();
        for (int i = 0; i < BINS; i++) {
            double before = histogram[(i + BINS - 1) % BINS];
            double after = histogram[(i + 1) % BINS];
            if (histogram[i] > before && histogram[i] >= after && histogram[i] >= SECOND_PEAK * most) {
                double bin = i + 0.5 + peak(before, histogram[i], after);
                angles.add(bin * 2 * Math.PI / BINS - Math.PI);
            }
        }
        return angles;
    }

    private static double[] histogram(Gray level, int x, int y, double sigma) {
        double[] histogram = new double[BINS];
        int radius = (int) Math.round(3 * sigma);
        for (int py = Math.max(1, y - radius); py <= Math.min(level.height() - 2, y + radius); py++) {
            for (int px = Math.max(1, x - radius); px <= Math.min(level.width() - 2, x + radius); px++) {
                double dx = level.at(px + 1, py) - level.at(px - 1, py);
                double dy = level.at(px, py + 1) - level.at(px, py - 1);
                double square = (px - x) * (px - x) + (py - y) * (py - y);
                double weight = Math.exp(-square / (2 * sigma * sigma)) * Math.sqrt(dx * dx + dy * dy);
                int bin = (int) ((Angles.of(dx, dy) + Math.PI) * BINS / (2 * Math.PI));
                histogram[bin % BINS] += weight;
            }
        }
        return histogram;
    }

    private static double[] smoothed(double[] histogram) {
        double[] result = new double[BINS];
        for (int i = 0; i < BINS; i++) {
            result[i] = (histogram[(i + BINS - 1) % BINS] + 2 * histogram[i] + histogram[(i + 1) % BINS]) / 4;
        }
        return result;
    }
}
