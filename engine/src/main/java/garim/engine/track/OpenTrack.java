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
    private final TargetKind kind;
    private final List<Keyframe> sightings = new ArrayList<>();
    private Motion motion;

    OpenTrack(int frame, double seconds, Detection first) {
        kind = first.kind();
        motion = Motion.startingAt(seconds, first.box());
        sightings.add(new Keyframe(frame, first.box(), Origin.DETECTED, first.score()));
    }

    void add(int frame, double seconds, Detection seen) {
        motion = motion.update(seconds, seen.box());
        sightings.add(new Keyframe(frame, seen.box(), Origin.DETECTED, seen.score()));
    }

    double affinity(double seconds, Detection seen) {
        if (seen.kind() != kind) {
            return 0;
        }
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

    List<Keyframe> sightings() {
        return List.copyOf(sightings);
    }
}
