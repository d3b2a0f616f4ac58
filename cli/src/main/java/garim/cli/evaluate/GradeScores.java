package garim.cli.evaluate;

/**
 * Recall by grade: for each difficulty how many boxes there were and how many a mask covered.
 *
 * @param easy large and plain
 * @param medium smaller or from the side
 * @param hard tiny, dark, blurred or half hidden
 * @param ungraded nobody graded them
 */
public record GradeScores(GradeScore easy, GradeScore medium, GradeScore hard, GradeScore ungraded) {
    /** No box. */
    public static final GradeScores NONE =
            new GradeScores(GradeScore.NONE, GradeScore.NONE, GradeScore.NONE, GradeScore.NONE);

    /** One box more; a box to be ignored changes nothing. */
    public GradeScores plus(Difficulty difficulty, boolean isCovered) {
        GradeScore one = GradeScore.of(isCovered);
        return switch (difficulty) {
            case EASY -> new GradeScores(easy.plus(one), medium, hard, ungraded);
            case MEDIUM -> new GradeScores(easy, medium.plus(one), hard, ungraded);
            case HARD -> new GradeScores(easy, medium, hard.plus(one), ungraded);
            case UNGRADED -> new GradeScores(easy, medium, hard, ungraded.plus(one));
            case IGNORE -> this;
        };
    }

    /** Both together. */
    public GradeScores plus(GradeScores other) {
        return new GradeScores(
                easy.plus(other.easy), medium.plus(other.medium), hard.plus(other.hard), ungraded.plus(other.ungraded));
    }

    /** All grades in one. */
    public GradeScore all() {
        return easy.plus(medium).plus(hard).plus(ungraded);
    }
}
