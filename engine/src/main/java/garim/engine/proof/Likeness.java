package garim.engine.proof;

/**
 * How alike two sets of samples are.
 *
 * @param detail root mean square of the first about its mean
 * @param correlation -1 to 1; 0 where one of them does not vary
 * @param proven the correlation that stands after what chance may have added where there are few samples; elsewhere the
 *     same
 * @param slope of the line that tells the second from the first
 */
record Likeness(double detail, double correlation, double proven, double slope) {
    /** Less than this, in levels of brightness, is what a codec leaves of nothing. */
    static final double LEAST_DETAIL = 1.5;

    /** From so many samples on chance adds nothing that matters. */
    private static final int MANY = 400;

    /** Neighbours are alike: of so many samples one tells something of its own. */
    private static final int SAMPLES_OF_ONE = 4;

    /** Deviations of Fisher's transform that are put down to chance; one frame in about forty goes beyond. */
    private static final double DEVIATIONS = 2;

    private static final double SAME_CORRELATION = 0.85;
    private static final double SURE_CORRELATION = 0.7;
    private static final double SAME_SLOPE = 0.6;

    /** From count, sum and sum of the squares of both, and the sum of the products. */
    static Likeness of(double[] sums) {
        double n = Math.max(1, sums[0]);
        double aa = Math.max(0, sums[3] - sums[1] * sums[1] / n);
        double bb = Math.max(0, sums[4] - sums[2] * sums[2] / n);
        double ab = sums[5] - sums[1] * sums[2] / n;
        double both = Math.sqrt(aa * bb);
        double correlation = both < 1e-6 ? 0 : ab / both;
        return new Likeness(Math.sqrt(aa / n), correlation, proven(correlation, n), aa < 1e-6 ? 0 : ab / aa);
    }

    /** Source: R. A. Fisher, On the probable error of a coefficient of correlation, 1921. */
    private static double proven(double correlation, double samples) {
        if (samples >= MANY) {
            return correlation;
        }
        double r = Math.clamp(correlation, -0.9999, 0.9999);
        double own = Math.max(1, samples / SAMPLES_OF_ONE - 3);
        return Math.tanh(Math.log((1 + r) / (1 - r)) / 2 - DEVIATIONS / Math.sqrt(own));
    }

    /** True when the second shows the detail of the first. */
    boolean isSame() {
        return detail >= LEAST_DETAIL
                && correlation >= SAME_CORRELATION
                && proven > SURE_CORRELATION
                && slope >= SAME_SLOPE;
    }
}
