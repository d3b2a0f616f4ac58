package garim.engine.proof;

/** The median of many values of 0 to {@value #MOST}, to a quarter, in a memory that does not grow. */
final class Median {
    private static final int MOST = 64;
    private static final int PARTS = 4;

    private final int[] counts = new int[MOST * PARTS + 1];
    private int count;

    void add(double value) {
        counts[Math.clamp(Math.round(value * PARTS), 0, MOST * PARTS)]++;
        count++;
    }

    boolean isEmpty() {
        return count == 0;
    }

    /** The median; 0 of nothing. */
    double value() {
        int below = 0;
        for (int i = 0; i < counts.length; i++) {
            below += counts[i];
            if (2 * below >= count) {
                return (double) i / PARTS;
            }
        }
        return 0;
    }
}
