package garim.engine.track;

import garim.engine.frame.Box;
import garim.engine.frame.Keyframe;
import garim.engine.frame.Timeline;
import java.util.ArrayList;
import java.util.List;

/**
 * Steadies the boxes of a track by growing them, never by shrinking: detectors jitter, and a box that is too small for
 * one frame shows a forehead or a chin. Each box comes to hold itself, the largest size seen shortly before and after,
 * and the place between its neighbours.
 */
final class Envelope {
    /** How far around a sighting its neighbours count. */
    private static final double REACH_SECONDS = 0.35;

    /** A neighbour larger than this is another reading of the scene, not jitter. */
    private static final double MOST_GROWTH = 1.5;

    private final Timeline timeline;

    Envelope(Timeline timeline) {
        this.timeline = timeline;
    }

    List<Keyframe> steady(List<Keyframe> sightings) {
        List<Keyframe> steadied = new ArrayList<>();
        for (int i = 0; i < sightings.size(); i++) {
            Keyframe own = sightings.get(i);
            Box box = own.box().union(largestAround(sightings, i)).union(between(sightings, i));
            steadied.add(new Keyframe(own.frame(), box, own.origin(), own.score()));
        }
        return steadied;
    }

    private Box largestAround(List<Keyframe> sightings, int index) {
        Box own = sightings.get(index).box();
        double width = own.width();
        double height = own.height();
        for (int i = first(sightings, index); i < sightings.size() && isNear(sightings, index, i); i++) {
            width = Math.max(width, Math.min(sightings.get(i).box().width(), own.width() * MOST_GROWTH));
            height = Math.max(height, Math.min(sightings.get(i).box().height(), own.height() * MOST_GROWTH));
        }
        return new Box(own.centerX() - width / 2, own.centerY() - height / 2, width, height);
    }

    private int first(List<Keyframe> sightings, int index) {
        int first = index;
        while (first > 0 && isNear(sightings, index, first - 1)) {
            first--;
        }
        return first;
    }

    private boolean isNear(List<Keyframe> sightings, int index, int other) {
        int from = sightings.get(index).frame();
        return Math.abs(timeline.between(from, sightings.get(other).frame())) <= REACH_SECONDS;
    }

    /** Where the neighbours say that the target is now; its own place at the ends and across gaps. */
    private Box between(List<Keyframe> sightings, int index) {
        Box own = sightings.get(index).box();
        if (index == 0
                || index == sightings.size() - 1
                || !isNear(sightings, index, index - 1)
                || !isNear(sightings, index, index + 1)) {
            return own;
        }
        Keyframe before = sightings.get(index - 1);
        Keyframe after = sightings.get(index + 1);
        double share = (double) (sightings.get(index).frame() - before.frame()) / (after.frame() - before.frame());
        return before.box().blend(after.box(), share);
    }
}
