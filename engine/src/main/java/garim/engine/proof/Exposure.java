package garim.engine.proof;

/** What can be read of a target in one frame of the output. */
public enum Exposure {
    /** Its fine detail is gone. */
    COVERED,
    /** Some of its fine detail is there; no more than a coarse mask leaves by chance. */
    WEAK,
    /** Its fine detail is there: it is not masked, or only a part of it is. */
    EXPOSED,
    /** The input shows no detail that anybody could read, and neither does the output. */
    NO_DETAIL;

    private static final double WEAK_CORRELATION = 0.3;
    static final double LEAK_CORRELATION = 0.7;
    private static final double LEAK_SLOPE = 0.4;
    private static final double LEAK_SHARE = 0.25;

    /** True when the fine detail of all of a target is there. */
    static boolean isThere(Likeness whole) {
        return isThere(whole.proven(), whole.slope());
    }

    private static boolean isThere(double proven, double slope) {
        return proven > LEAK_CORRELATION && slope >= LEAK_SLOPE;
    }

    static Exposure of(Survival left) {
        if (isThere(left.proven(), left.slope()) || left.exposedShare() >= LEAK_SHARE) {
            return EXPOSED;
        }
        if (left.detail() < Likeness.LEAST_DETAIL) {
            return NO_DETAIL;
        }
        return left.correlation() > WEAK_CORRELATION ? WEAK : COVERED;
    }
}
