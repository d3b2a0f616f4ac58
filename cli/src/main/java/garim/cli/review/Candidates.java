package garim.cli.review;

import garim.engine.frame.Keyframe;
import garim.engine.frame.Origin;
import garim.engine.frame.PlanInput;
import garim.engine.frame.Track;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Chooses the moments in which a track may be shown best: large, surely seen, and not all at once. */
final class Candidates {
    private static final int MOST = 6;
    private static final List<Origin> BEST_FIRST =
            List.of(Origin.DETECTED, Origin.FOLLOWED, Origin.MANUAL, Origin.PADDED);

    private Candidates() {}

    /** At least one keyframe, the most promising first. */
    static List<Keyframe> of(Track track, PlanInput input) {
        Origin best = BEST_FIRST.stream()
                .filter(origin -> track.keyframes().stream().anyMatch(each -> each.origin() == origin))
                .findFirst()
                .orElseThrow();
        List<Keyframe> promising = track.keyframes().stream()
                .filter(keyframe -> keyframe.origin() == best)
                .sorted(Comparator.comparingDouble((Keyframe keyframe) -> promise(keyframe, input))
                        .reversed())
                .toList();
        int apart = (track.lastFrame() - track.firstFrame()) / (2 * MOST);
        List<Keyframe> chosen = new ArrayList<>();
        for (Keyframe keyframe : promising) {
            boolean isNew = chosen.stream().allMatch(other -> Math.abs(other.frame() - keyframe.frame()) > apart);
            if (chosen.size() < MOST && (chosen.isEmpty() || isNew)) {
                chosen.add(keyframe);
            }
        }
        return chosen;
    }

    private static double promise(Keyframe keyframe, PlanInput input) {
        return keyframe.box().clamp(input.width(), input.height()).area() * (0.5 + keyframe.score());
    }
}
