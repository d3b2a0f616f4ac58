package garim.engine.detect.logo;

/** The angles of gradients, to a hundredth of a degree or so; several times faster than the exact ones. */
final class Angles {
    private static final double A = 0.99997726;
    private static final double B = -0.33262347;
    private static final double C = 0.19354346;
    private static final double D = -0.11643287;
    private static final double E = 0.05265332;
    private static final double F = -0.01172120;

    private Angles() {}

    /** The direction of a vector in radians, -pi to pi; 0 for no vector. */
    static double of(double x, double y) {
        double absX = Math.abs(x);
        double absY = Math.abs(y);
        double larger = Math.max(absX, absY);
        if (larger == 0) {
            return 0;
        }
        double t = Math.min(absX, absY) / larger;
        double s = t * t;
        double angle = t * (A + s * (B + s * (C + s * (D + s * (E + s * F)))));
        angle = absY > absX ? Math.PI / 2 - angle : angle;
        angle = x < 0 ? Math.PI - angle : angle;
        return y < 0 ? -angle : angle;
    }
}
