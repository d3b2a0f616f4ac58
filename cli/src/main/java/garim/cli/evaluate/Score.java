package garim.cli.evaluate;

/**
 * A score holds every figure of one clip, of one set, or of all; figures of parts add up to those of the whole.
 *
 * @param frames annotated frames
 * @param grades recall by difficulty
 * @param strict leaks at {@link Evaluator#STRICT_SHARE}
 * @param loose leaks at {@link Evaluator#RECALL_SHARE}, because boxes drawn by hand are loose
 * @param alarms false alarms
 * @param overMask picture masked without need
 */
public record Score(
        int frames, GradeScores grades, LeakScore strict, LeakScore loose, AlarmScore alarms, OverMaskScore overMask) {
    /** Nothing measured. */
    public static final Score NONE =
            new Score(0, GradeScores.NONE, LeakScore.NONE, LeakScore.NONE, AlarmScore.NONE, OverMaskScore.NONE);

    /** Both together. */
    public Score plus(Score other) {
        return new Score(
                frames + other.frames,
                grades.plus(other.grades),
                strict.plus(other.strict),
                loose.plus(other.loose),
                alarms.plus(other.alarms),
                overMask.plus(other.overMask));
    }
}
