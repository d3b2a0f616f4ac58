package garim.cli.evaluate;

import garim.cli.evaluate.ExposedRun.Look;
import garim.cli.evaluate.ExposedRun.Sight;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Counts the leaks of one clip at one threshold, frame after frame. */
final class LeakCount {
    /** A track name is unique within its kind. */
    private record TrackName(String kind, String track) {}

    private final double threshold;
    private final Set<String> completeKinds;
    private final Map<TrackName, List<Look>> tracks = new LinkedHashMap<>();
    private int targetFrames;
    private int leakingFrames;

    LeakCount(double threshold, Set<String> completeKinds) {
        this.threshold = threshold;
        this.completeKinds = completeKinds;
    }

    /** Adds one annotated frame; frames come in rising order. */
    void add(int frame, List<CoveredTarget> targets) {
        Set<TrackName> seen = new HashSet<>();
        for (CoveredTarget covered : targets) {
            TrackName name =
                    new TrackName(covered.target().kind(), covered.target().track());
            seen.add(name);
            if (covered.target().isScored()) {
                add(frame, name, covered.share() < threshold);
            }
        }
        tracks.forEach((name, looks) -> {
            // Where a kind is not complete, a missing box does not mean that the target was gone.
            if (!seen.contains(name) && completeKinds.contains(name.kind())) {
                looks.add(new Look(frame, Sight.ABSENT));
            }
        });
    }

    LeakScore score() {
        LeakScore frames = new LeakScore(targetFrames, leakingFrames, 0, 0, 0, 0, 0);
        return tracks.values().stream().map(LeakCount::track).reduce(frames, LeakScore::plus);
    }

    private void add(int frame, TrackName name, boolean isOpen) {
        targetFrames++;
        leakingFrames += isOpen ? 1 : 0;
        if (!name.track().isEmpty()) {
            look(
                    tracks.computeIfAbsent(name, n -> new ArrayList<>()),
                    new Look(frame, isOpen ? Sight.OPEN : Sight.COVERED));
        }
    }

    /** Where two boxes of one frame bear the same track name, the track is open when one of them is. */
    private static void look(List<Look> looks, Look look) {
        if (looks.isEmpty() || looks.getLast().frame() != look.frame()) {
            looks.add(look);
        } else if (look.sight() == Sight.OPEN) {
            looks.set(looks.size() - 1, look);
        }
    }

    private static LeakScore track(List<Look> looks) {
        ExposedRun run = ExposedRun.longest(looks);
        int entry = looks.getFirst().sight() == Sight.OPEN ? 1 : 0;
        return new LeakScore(0, 0, 1, run.annotated() > 0 ? 1 : 0, entry, run.annotated(), run.frames());
    }
}
