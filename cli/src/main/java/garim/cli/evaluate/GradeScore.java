package garim.cli.evaluate;

/**
 * A grade score counts the boxes of one difficulty and how many of them a mask covered.
 *
 * @param boxes boxes of this difficulty
 * @param covered those covered to at least {@link Evaluator#RECALL_SHARE}
 */
public record GradeScore(int boxes, int covered) {
    /** No box. */
    public static final GradeScore NONE = new GradeScore(0, 0);

    public GradeScore {
        if (covered < 0 || covered > boxes) {
            throw new IllegalArgumentException(covered + " of " + boxes + " boxes cannot be covered");
        }
    }

    /** One box. */
    public static GradeScore of(boolean isCovered) {
        return new GradeScore(1, isCovered ? 1 : 0);
    }

    /** Both together. */
    public GradeScore plus(GradeScore other) {
        return new GradeScore(boxes + other.boxes, covered + other.covered);
    }

    /** Covered boxes of all boxes. */
    public Ratio recall() {
        return new Ratio(covered, boxes);
    }
}
