package garim.engine.track;

import garim.engine.frame.Box;
import garim.engine.frame.Keyframe;
import garim.engine.frame.Origin;
import garim.engine.frame.Timeline;
import java.util.ArrayList;
import java.util.List;

/**
 * Holds a track before its first and after its last sighting, so that a target is covered while it enters and leaves.
 * The padded box holds both the place where the target was seen and the place it would have come from or gone to.
 */
final class EndPadding {
    /** Time over which the velocity at an end is taken. */
    private static final double VELOCITY_SECONDS = 0.25;

    /** A target that seems to move farther than this many of its sides while padded was not measured well. */
    private static final double MAX_TRAVEL_SIDES = 2.5;

    private final Timeline timeline;
    private final Scenes scenes;
    private final double padSeconds;

    EndPadding(Timeline timeline, Scenes scenes, double padSeconds) {
        this.timeline = timeline;
        this.scenes = scenes;
        this.padSeconds = padSeconds;
    }

    List<Keyframe> extend(List<Keyframe> sightings) {
        List<Keyframe> extended = new ArrayList<>();
        Keyframe first = sightings.getFirst();
        Keyframe last = sightings.getLast();
        int start = Math.max(timeline.firstWithin(first.frame(), padSeconds), scenes.firstFrame(first.frame()));
        int end = Math.min(timeline.lastWithin(last.frame(), padSeconds), scenes.lastFrame(last.frame()));
        if (start < first.frame()) {
            extended.add(padded(start, first, awayFrom(first, sightings)));
        }
        extended.addAll(sightings);
        if (end > last.frame()) {
            extended.add(padded(end, last, awayFrom(last, sightings.reversed())));
        }
        return extended;
    }

    /** The keyframe nearest to an edge that is far enough from it in time to tell a velocity; else the farthest. */
    private Keyframe awayFrom(Keyframe edge, List<Keyframe> fromEdgeOn) {
        return fromEdgeOn.stream()
                .filter(other -> Math.abs(timeline.between(edge.frame(), other.frame())) >= VELOCITY_SECONDS)
                .findFirst()
                .orElse(fromEdgeOn.getLast());
    }

    private Keyframe padded(int frame, Keyframe edge, Keyframe inner) {
        Box held = edge.box();
        if (inner.frame() != edge.frame()) {
            double share = timeline.between(edge.frame(), frame) / timeline.between(edge.frame(), inner.frame());
            double dx = limit((inner.box().centerX() - edge.box().centerX()) * share, held);
            double dy = limit((inner.box().centerY() - edge.box().centerY()) * share, held);
            held = held.union(held.shift(dx, dy));
        }
        return new Keyframe(frame, held, Origin.PADDED, 0);
    }

    private static double limit(double travel, Box box) {
        double most = MAX_TRAVEL_SIDES * Math.sqrt(box.area());
        return Math.clamp(travel, -most, most);
    }
}
