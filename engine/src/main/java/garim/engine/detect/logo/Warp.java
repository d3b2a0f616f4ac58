package garim.engine.detect.logo;

import garim.engine.frame.Box;

/**
 * A warp is a perspective map of the plane: x' = (a x + b y + c) / w, y' = (d x + e y + f) / w, w = g x + h y + 1.
 */
record Warp(double a, double b, double c, double d, double e, double f, double g, double h) {
    /** Leaves every point where it is. */
    static final Warp IDENTITY = affine(1, 0, 0, 0, 1, 0);

    static Warp affine(double a, double b, double c, double d, double e, double f) {
        return new Warp(a, b, c, d, e, f, 0, 0);
    }

    /** Turns by an angle and enlarges, and takes one point to another. */
    static Warp similarity(double scale, double angle, double fromX, double fromY, double toX, double toY) {
        double cos = scale * Math.cos(angle);
        double sin = scale * Math.sin(angle);
        return affine(cos, -sin, toX - cos * fromX + sin * fromY, sin, cos, toY - sin * fromX - cos * fromY);
    }

    double x(double x, double y) {
        return (a * x + b * y + c) / depth(x, y);
    }

    double y(double x, double y) {
        return (d * x + e * y + f) / depth(x, y);
    }

    /** Positive where the point lies before the camera. */
    double depth(double x, double y) {
        return g * x + h * y + 1;
    }

    /** First the other, then this one. */
    Warp after(Warp first) {
        double scale = g * first.c + h * first.f + 1;
        return new Warp(
                (a * first.a + b * first.d + c * first.g) / scale,
                (a * first.b + b * first.e + c * first.h) / scale,
                (a * first.c + b * first.f + c) / scale,
                (d * first.a + e * first.d + f * first.g) / scale,
                (d * first.b + e * first.e + f * first.h) / scale,
                (d * first.c + e * first.f + f) / scale,
                (g * first.a + h * first.d + first.g) / scale,
                (g * first.b + h * first.e + first.h) / scale);
    }

    /** The map back, of an affine one. */
    Warp inverseOfAffine() {
        double det = a * e - b * d;
        return affine(e / det, -b / det, (b * f - c * e) / det, -d / det, a / det, (c * d - a * f) / det);
    }

    /** Area of the image of a small square of area 1 at a point; negative where the map mirrors. */
    double areaAt(double x, double y) {
        double w = depth(x, y);
        double px = x(x, y);
        double py = y(x, y);
        return ((a - g * px) * (e - h * py) - (b - h * px) * (d - g * py)) / (w * w);
    }

    /** The bounds of the image of a rectangle from -width/2 to width/2 and -height/2 to height/2. */
    Box bounds(double width, double height) {
        double left = Double.POSITIVE_INFINITY;
        double top = Double.POSITIVE_INFINITY;
        double right = Double.NEGATIVE_INFINITY;
        double bottom = Double.NEGATIVE_INFINITY;
        for (int corner = 0; corner < 4; corner++) {
            double u = (corner % 2 - 0.5) * width;
            double v = ((corner >> 1) - 0.5) * height;
            left = Math.min(left, x(u, v));
            right = Math.max(right, x(u, v));
            top = Math.min(top, y(u, v));
            bottom = Math.max(bottom, y(u, v));
        }
        return Box.between(left, top, right, bottom);
    }
}
