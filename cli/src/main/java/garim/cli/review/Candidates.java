package garim.cli.review;

import garim.engine.frame.Keyframe;
import garim.engine.frame.Origin;
import garim.engine.frame.PlanInput;
import garim.engine.frame.Timeline;
import garim.engine.frame.Track;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

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

    /** Frames from its first sighting to its last at even distances, about one a second, at least both ends. */
    static SortedSet<Integer> moments(Track track, Timeline timeline, int most) {
        List<Integer> seen = track.keyframes().stream()
                .filter(keyframe -> keyframe.origin() != Origin.PADDED)
                .map(Keyframe::frame)
                .toList();
        int first = seen.isEmpty() ? track.firstFrame() : seen.getFirst();
        int last = seen.isEmpty() ? track.lastFrame() : seen.getLast();
        int steps = (int) Math.clamp(Math.ceil(timeline.between(first, last)), 1, most - 1.0);
        SortedSet<Integer> moments = new TreeSet<>();
        for (int step = 0; step <= steps; step++) {
            moments.add(first + (last - first) * step / steps);
        }
        return moments;
    }

    private static double promise(Keyframe keyframe, PlanInput input) {
        return keyframe.box().clamp(input.width(), input.height()).area() * (0.5 + keyframe.score());
    }
}
