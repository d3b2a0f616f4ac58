package garim.engine.track;

import garim.engine.frame.Box;
import garim.engine.frame.Detection;
import garim.engine.frame.Keyframe;
import garim.engine.frame.Origin;
import garim.engine.frame.TargetKind;
import java.util.ArrayList;
import java.util.List;

/** A track that still grows while the clip is walked through. */
final class OpenTrack {
    /** Overlap with the followed box from which on it is the same target. */
    private static final double SAME_PLACE_IOU = 0.3;

    private final TargetKind kind;
    private final List<Sighting> sightings = new ArrayList<>();
    private Motion motion;

    OpenTrack(int frame, double seconds, Detection first, FollowedPath path) {
        kind = first.kind();
        motion = Motion.startingAt(seconds, first.box());
        sightings.add(sighting(frame, first, path));
    }

    void add(int frame, double seconds, Detection seen, FollowedPath path) {
        motion = motion.update(seconds, seen.box());
        sightings.add(sighting(frame, seen, path));
    }

    private static Sighting sighting(int frame, Detection seen, FollowedPath path) {
        return new Sighting(new Keyframe(frame, seen.box(), Origin.DETECTED, seen.score()), path);
    }

    /** How well a detection goes on with this track: 0 when not at all, above 1 when its pixels were followed there. */
    double affinity(int frame, double seconds, Detection seen) {
        if (seen.kind() != kind) {
            return 0;
        }
        double followed = sightings
                .getLast()
                .path()
                .boxAfter(frame)
                .map(box -> box.iou(seen.box()))
                .orElse(0.0);
        return followed >= SAME_PLACE_IOU ? 1 + followed : expected(seconds, seen);
    }

    private double expected(double seconds, Detection seen) {
        // A person who stops or turns is not where the prediction says, so the last place counts as well.
        Box held = motion.box();
        double elapsed = seconds - motion.seconds();
        return Math.max(
                Affinity.of(motion.predict(seconds), seen.box(), elapsed), Affinity.of(held, seen.box(), elapsed));
    }

    int lastFrame() {
        return sightings.getLast().frame();
    }

    TargetKind kind() {
        return kind;
    }

    List<Sighting> sightings() {
        return List.copyOf(sightings);
    }
}
