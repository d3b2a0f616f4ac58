package garim.engine.media;

/**
 * A rational is an exact ratio of two integers, used for time bases (seconds per tick) and rates (frames per second).
 *
 * @param numerator zero or more
 * @param denominator one or more
 */
public record Rational(int numerator, int denominator) {
    public Rational {
        if (numerator < 0 || denominator < 1) {
            throw new IllegalArgumentException("bad ratio " + numerator + "/" + denominator);
        }
    }

    /** The nearest double. */
    public double value() {
        return (double) numerator / denominator;
    }

    /** Seconds that a number of ticks of this time base last. */
    public double seconds(long ticks) {
        return (double) ticks * numerator / denominator;
    }

    /** Whole ticks of this time base in a number of seconds, rounded. */
    public long ticks(double seconds) {
        return Math.round(seconds * denominator / numerator);
    }
}
