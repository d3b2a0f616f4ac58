package garim.engine.detect.logo;

import java.util.Arrays;

/**
 * An alignment lays a template over a picture and moves it until the two agree best, whatever the light and even if a
 * part is hidden (Gauss-Newton with falling weight of pixels that disagree).
 */
final class Alignment {
    private static final int AFFINE = 6;
    private static final int PERSPECTIVE = 8;
    private static final double LEAST_CONTRAST = 2.5;
    private static final double DAMPING = 1e-3;
    private static final double STILL = 0.02;

    private final Template template;
    private final PictureScales picture;
    private final double half;
    private final double[] us;
    private final double[] vs;
    private final float[] seen;
    private final float[] slopeX;
    private final float[] slopeY;
    private final float[] trust;
    private double gain;
    private double offset;

    Alignment(Template template, PictureScales picture) {
        this.template = template;
        this.picture = picture;
        half = Math.max(template.width(), template.height()) / (2 * template.scale());
        int size = template.width() * template.height();
        us = new double[size];
        vs = new double[size];
        place();
        seen = new float[size];
        slopeX = new float[size];
        slopeY = new float[size];
        trust = new float[size];
    }

    private void place() {
        double unit = 1 / (template.scale() * half);
        for (int y = 0; y < template.height(); y++) {
            for (int x = 0; x < template.width(); x++) {
                us[y * template.width() + x] = (x + 0.5 - template.width() / 2.0) * unit;
                vs[y * template.width() + x] = (y + 0.5 - template.height() / 2.0) * unit;
            }
        }
    }

    /** The best place near a first guess; may be far off when there is nothing to agree with. */
    Warp refine(Warp guess, int rounds, boolean perspective) {
        double[] h = normalized(guess);
        for (int i = 0; i < size(); i++) {
            trust[i] = template.weight(i);
        }
        for (int round = 0; round < rounds; round++) {
            if (!isSensible(h) || !sample(h, true) || !fitLight()) {
                break;
            }
            weigh(round < rounds / 2 ? 0.8 : 0.4);
            double moved = step(h, perspective ? PERSPECTIVE : AFFINE);
            if (moved < STILL) {
                break;
            }
        }
        return denormalized(h);
    }

    /** How well the template and the picture agree at a place. */
    Agreement agreement(Warp warp) {
        double[] h = normalized(warp);
        if (!isSensible(h)) {
            return Agreement.NONE;
        }
        for (int i = 0; i < size(); i++) {
            trust[i] = template.weight(i);
        }
        sample(h, false);
        for (int round = 0; round < 4; round++) {
            if (!fitLight()) {
                return Agreement.NONE;
            }
            weigh(0.4);
        }
        return fitLight() ? Agreement.of(template, seen, gain, offset) : Agreement.NONE;
    }

    private int size() {
        return template.width() * template.height();
    }

    private double[] normalized(Warp w) {
        return new double[] {
            w.a() * half, w.b() * half, w.c(), w.d() * half, w.e() * half, w.f(), w.g() * half, w.h() * half
        };
    }

    private Warp denormalized(double[] h) {
        return new Warp(h[0] / half, h[1] / half, h[2], h[3] / half, h[4] / half, h[5], h[6] / half, h[7] / half);
    }

    private boolean isSensible(double[] h) {
        double area = h[0] * h[4] - h[1] * h[3];
        return area > 16 && Math.abs(h[6]) + Math.abs(h[7]) < 0.7 && Double.isFinite(h[2] + h[5]);
    }

    /** Reads the picture under the template; false when hardly anything of it lies inside. */
    private boolean sample(double[] h, boolean withSlopes) {
        double pixels = Math.sqrt(Math.abs(h[0] * h[4] - h[1] * h[3])) / (half * template.scale());
        int number = picture.levelFor(pixels);
        Gray level = picture.levels().get(number);
        double step = 1 << number;
        int inside = 0;
        for (int i = 0; i < size(); i++) {
            double u = us[i];
            double v = vs[i];
            double w = h[6] * u + h[7] * v + 1;
            double px = (h[0] * u + h[1] * v + h[2]) / w;
            double py = (h[3] * u + h[4] * v + h[5]) / w;
            if (px < 0 || py < 0 || px > picture.width() - 1 || py > picture.height() - 1) {
                seen[i] = Float.NaN;
                continue;
            }
            inside++;
            double x = px / step;
            double y = py / step;
            seen[i] = level.sample(x, y);
            if (withSlopes) {
                slopeX[i] = (float) ((level.sample(x + 1, y) - level.sample(x - 1, y)) / (2 * step));
                slopeY[i] = (float) ((level.sample(x, y + 1) - level.sample(x, y - 1)) / (2 * step));
            }
        }
        return inside >= size() / 3;
    }

    /** Fits contrast and brightness; false when there is no contrast. */
    private boolean fitLight() {
        double n = 0;
        double t = 0;
        double p = 0;
        double tt = 0;
        double tp = 0;
        for (int i = 0; i < size(); i++) {
            if (!Float.isNaN(seen[i])) {
                double weight = trust[i];
                double luma = template.luma(i);
                n += weight;
                t += weight * luma;
                p += weight * seen[i];
                tt += weight * luma * luma;
                tp += weight * luma * seen[i];
            }
        }
        double variance = n * tt - t * t;
        if (variance <= 0) {
            return false;
        }
        gain = (n * tp - t * p) / variance;
        offset = (p - gain * t) / n;
        return Math.abs(gain) * template.spread() >= LEAST_CONTRAST;
    }

    private void weigh(double tolerance) {
        double scale = 1 / (gain * tolerance * template.spread());
        for (int i = 0; i < size(); i++) {
            double error = (seen[i] - gain * template.luma(i) - offset) * scale;
            trust[i] = Float.isNaN(seen[i]) ? 0 : (float) (template.weight(i) / (1 + error * error));
        }
    }

    /** Moves the warp by one step; how far, in pixels of the template. */
    private double step(double[] h, int unknowns) {
        double[][] normal = new double[unknowns][unknowns + 1];
        double[] row = new double[PERSPECTIVE];
        for (int i = 0; i < size(); i++) {
            if (trust[i] > 0) {
                fillRow(h, i, row);
                double error = gain * template.luma(i) + offset - seen[i];
                for (int a = 0; a < unknowns; a++) {
                    double weighted = trust[i] * row[a];
                    for (int b = 0; b <= a; b++) {
                        normal[a][b] += weighted * row[b];
                    }
                    normal[a][unknowns] += weighted * error;
                }
            }
        }
        double[] change = solve(normal);
        double most = 0;
        for (int k = 0; k < unknowns; k++) {
            h[k] += change[k];
            most = Math.max(most, Math.abs(change[k]));
        }
        double pixels = Math.sqrt(Math.abs(h[0] * h[4] - h[1] * h[3])) / (half * template.scale());
        return most / Math.max(pixels, 1e-6);
    }

    private void fillRow(double[] h, int i, double[] row) {
        double u = us[i];
        double v = vs[i];
        double w = h[6] * u + h[7] * v + 1;
        double x = (h[0] * u + h[1] * v + h[2]) / w;
        double y = (h[3] * u + h[4] * v + h[5]) / w;
        double sx = slopeX[i] / w;
        double sy = slopeY[i] / w;
        double both = sx * x + sy * y;
        row[0] = sx * u;
        row[1] = sx * v;
        row[2] = sx;
        row[3] = sy * u;
        row[4] = sy * v;
        row[5] = sy;
        row[6] = -both * u;
        row[7] = -both * v;
    }

    /** Solves a damped symmetric system of which the lower triangle and the right side are given. */
    private static double[] solve(double[][] m) {
        int n = m.length;
        for (int i = 0; i < n; i++) {
            for (int j = i + 1; j < n; j++) {
                m[i][j] = m[j][i];
            }
            m[i][i] = m[i][i] * (1 + DAMPING) + 1e-9;
        }
        for (int i = 0; i < n; i++) {
            for (int r = i + 1; r < n; r++) {
                double factor = m[r][i] / m[i][i];
                for (int c = i; c <= n; c++) {
                    m[r][c] -= factor * m[i][c];
                }
            }
        }
        double[] x = new double[n];
        for (int i = n - 1; i >= 0; i--) {
            double sum = m[i][n];
            for (int c = i + 1; c < n; c++) {
                sum -= m[i][c] * x[c];
            }
            x[i] = sum / m[i][i];
        }
        return Arrays.stream(x).allMatch(Double::isFinite) ? x : new double[n];
    }
}
