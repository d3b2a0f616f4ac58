package garim.engine.proof;

/**
 * How alike two sets of samples are.
 *
 * @param detail root mean square of the first about its mean
 * @param correlation -1 to 1; 0 where one of them does not vary
 * @param slope of the line that tells the second from the first
 */
record Likeness(double detail, double correlation, double slope) {
    /** Less than this, in levels of brightness, is what a codec leaves of nothing. */
    static final double LEAST_DETAIL = 1.5;

    private static final double SAME_CORRELATION = 0.85;
    private static final double SAME_SLOPE = 0.6;

    /** From count, sum and sum of the squares of both, and the sum of the products. */
    static Likeness of(double[] sums) {
        double n = Math.max(1, sums[0]);
        double aa = Math.max(0, sums[3] - sums[1] * sums[1] / n);
        double bb = Math.max(0, sums[4] - sums[2] * sums[2] / n);
        double ab = sums[5] - sums[1] * sums[2] / n;
        double both = Math.sqrt(aa * bb);
        return new Likeness(Math.sqrt(aa / n), both < 1e-6 ? 0 : ab / both, aa < 1e-6 ? 0 : ab / aa);
    }

    /** True when the second shows the detail of the first. */
    boolean isSame() {
        return detail >= LEAST_DETAIL && correlation >= SAME_CORRELATION && slope >= SAME_SLOPE;
    }
}
