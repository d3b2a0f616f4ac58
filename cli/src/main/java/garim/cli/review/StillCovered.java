package garim.cli.review;

import garim.engine.frame.Box;
import garim.engine.frame.MaskPlan;
import garim.engine.frame.MaskRule;
import garim.engine.frame.Track;
import garim.engine.visibility.KeptSpan;
import garim.engine.visibility.ReviewedTrack;
import garim.engine.visibility.Visibility;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Finds the masks that still lie over somebody who was kept, which a reviewer may not expect. */
public final class StillCovered {
    private static final double MOST_OF_THE_BOX = 0.4;
    private static final double OFTEN = 0.25;

    private StillCovered() {}

    /**
     * The tracks whose masks often cover much of one of these kept tracks where it is visible, by number; those that are
     * named themselves are not among them, though they are masked where nobody saw them.
     */
    public static List<ReviewedTrack> by(MaskPlan plan, Collection<Integer> kept) {
        List<ReviewedTrack> all = Visibility.of(plan).tracks();
        List<ReviewedTrack> subjects = all.stream()
                .filter(reviewed -> kept.contains(reviewed.track().id()))
                .toList();
        return all.stream()
                .filter(other -> !kept.contains(other.track().id()))
                .filter(other -> subjects.stream().anyMatch(subject -> isOver(plan, subject, other)))
                .toList();
    }

    private static boolean isOver(MaskPlan plan, ReviewedTrack kept, ReviewedTrack other) {
        double margin = Optional.ofNullable(plan.rules().get(other.track().kind()))
                .map(MaskRule::margin)
                .orElse(0.0);
        int visible = 0;
        int covered = 0;
        for (KeptSpan span : kept.kept()) {
            for (int frame = span.firstFrame(); frame <= span.lastFrame(); frame++) {
                visible++;
                covered += !other.isVisible(frame) && covers(other.track(), margin, kept.track(), frame) ? 1 : 0;
            }
        }
        return covered > 0 && covered >= OFTEN * visible;
    }

    private static boolean covers(Track mask, double margin, Track kept, int frame) {
        Box target = kept.boxAt(frame).orElseThrow();
        return mask.boxAt(frame)
                .filter(box -> box.grow(margin).intersect(target).area() > MOST_OF_THE_BOX * target.area())
                .isPresent();
    }
}
