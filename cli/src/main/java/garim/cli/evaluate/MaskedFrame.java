package garim.cli.evaluate;

import garim.engine.frame.Box;
import java.util.List;

/**
 * A masked frame is one annotated frame together with the masks painted on it.
 *
 * @param picture the whole picture
 * @param targets targets of the scored kind, those to be ignored included
 * @param places where a mask of the scored kind is right: these targets and others that hold them
 * @param masks rectangles painted for the scored kind, inside the picture, none of them empty
 */
record MaskedFrame(Box picture, List<CoveredTarget> targets, List<Box> places, List<Box> masks) {
    MaskedFrame {
        targets = List.copyOf(targets);
        places = List.copyOf(places);
        masks = List.copyOf(masks);
    }

    /** All figures of this frame alone; leaks need the whole clip and are left out. */
    Score score(boolean isComplete) {
        return new Score(
                1,
                grades(),
                LeakScore.NONE,
                LeakScore.NONE,
                isComplete ? alarms() : AlarmScore.NONE,
                isComplete ? overMask() : OverMaskScore.NONE);
    }

    private GradeScores grades() {
        GradeScores grades = GradeScores.NONE;
        for (CoveredTarget covered : targets) {
            boolean isCovered = covered.share() >= Evaluator.RECALL_SHARE;
            grades = grades.plus(covered.target().difficulty(), isCovered);
        }
        return grades;
    }

    private AlarmScore alarms() {
        List<Box> allowed = grown(Evaluator.ALARM_GROWTH);
        int wrong = (int) masks.stream()
                .filter(m -> allowed.stream().allMatch(a -> a.intersect(m).isEmpty()))
                .count();
        int empty = places.isEmpty() ? 1 : 0;
        return new AlarmScore(1, masks.size(), wrong, empty, masks.isEmpty() ? 0 : empty);
    }

    private OverMaskScore overMask() {
        return new OverMaskScore(BoxUnion.areaOutside(masks, grown(Evaluator.MARGIN_GROWTH)), picture.area());
    }

    private List<Box> grown(double ratio) {
        return places.stream()
                .map(place -> place.grow(ratio).intersect(picture))
                .toList();
    }
}
