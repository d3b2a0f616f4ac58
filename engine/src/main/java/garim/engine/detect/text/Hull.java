package garim.engine.detect.text;

import java.util.Arrays;
import java.util.stream.IntStream;

/** The convex hull of points in the plane, and the smallest slanted rectangle around it. */
final class Hull {
    private final double[] x;
    private final double[] y;

    private Hull(double[] x, double[] y) {
        this.x = x;
        this.y = y;
    }

    /** The hull of x, y pairs; Andrew's monotone chain. */
    static Hull of(double[] points) {
        int[] order = IntStream.range(0, points.length / 2)
                .boxed()
                .sorted((a, b) -> points[2 * a] == points[2 * b]
                        ? Double.compare(points[2 * a + 1], points[2 * b + 1])
                        : Double.compare(points[2 * a], points[2 * b]))
                .mapToInt(i -> i)
                .toArray();
        double[] x = new double[2 * order.length];
        double[] y = new double[2 * order.length];
        int size = chain(points, order, x, y, 0);
        int[] back = IntStream.range(0, order.length)
                .map(i -> order[order.length - 1 - i])
                .toArray();
        size = chain(points, back, x, y, Math.max(0, size - 1));
        int corners = Math.max(1, size - 1);
        return new Hull(Arrays.copyOf(x, corners), Arrays.copyOf(y, corners));
    }

    private static int chain(double[] points, int[] order, double[] x, double[] y, int start) {
        int size = start;
        for (int i : order) {
            double px = points[2 * i];
            double py = points[2 * i + 1];
            while (size >= start + 2 && turn(x, y, size, px, py) <= 0) {
                size--;
            }
            x[size] = px;
            y[size++] = py;
        }
        return size;
    }

    private static double turn(double[] x, double[] y, int size, double px, double py) {
        double ax = x[size - 1] - x[size - 2];
        double ay = y[size - 1] - y[size - 2];
        return ax * (py - y[size - 2]) - ay * (px - x[size - 2]);
    }

    /**
     * The rectangle of least area around the hull; one of its sides lies on an edge of the hull.
     *
     * <p>The line runs along the longer side, unless that stands steeper than 60 degrees: then along the shorter one, so
     * that upright writing keeps its letters upright.
     */
    TextArea smallestRectangle(double score) {
        TextArea best = rectangle(0, score);
        for (int i = 0; i < x.length; i++) {
            int next = (i + 1) % x.length;
            TextArea other = rectangle(Math.atan2(y[next] - y[i], x[next] - x[i]), score);
            best = other.length() * other.thickness() < best.length() * best.thickness() - 1e-9 ? other : best;
        }
        return best;
    }

    private TextArea rectangle(double direction, double score) {
        double cos = Math.cos(direction);
        double sin = Math.sin(direction);
        double left = Double.POSITIVE_INFINITY;
        double right = Double.NEGATIVE_INFINITY;
        double top = Double.POSITIVE_INFINITY;
        double bottom = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < x.length; i++) {
            double along = x[i] * cos + y[i] * sin;
            double across = y[i] * cos - x[i] * sin;
            left = Math.min(left, along);
            right = Math.max(right, along);
            top = Math.min(top, across);
            bottom = Math.max(bottom, across);
        }
        double along = (left + right) / 2;
        double across = (top + bottom) / 2;
        return upright(
                along * cos - across * sin,
                along * sin + across * cos,
                new double[] {right - left, bottom - top},
                direction,
                score);
    }

    private static TextArea upright(double centerX, double centerY, double[] sides, double direction, double score) {
        double quarter = Math.PI / 2;
        long turns = Math.round(direction / quarter);
        double angle = direction - turns * quarter;
        double length = turns % 2 == 0 ? sides[0] : sides[1];
        double thickness = turns % 2 == 0 ? sides[1] : sides[0];
        boolean steep = thickness > length && Math.abs(angle) > Math.PI / 6;
        return steep
                ? new TextArea(centerX, centerY, thickness, length, angle - Math.signum(angle) * quarter, score)
                : new TextArea(centerX, centerY, length, thickness, angle, score);
    }
}
