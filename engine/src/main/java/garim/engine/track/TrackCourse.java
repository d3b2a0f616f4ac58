package garim.engine.track;

import garim.engine.frame.Box;
import garim.engine.frame.Keyframe;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The course of a target through all frames in which something is known of it: its sightings, where its pixels were
 * followed between them, and where they came from and went to.
 */
final class TrackCourse {
    private final List<Sighting> sightings;

    TrackCourse(List<Sighting> sightings) {
        this.sightings = List.copyOf(sightings);
    }

    /** Keyframes in rising order, at least one. */
    List<Keyframe> keyframes() {
        List<Keyframe> course = new ArrayList<>(sightings.getFirst().path().before());
        for (int i = 0; i + 1 < sightings.size(); i++) {
            course.add(sightings.get(i).keyframe());
            course.addAll(between(sightings.get(i), sightings.get(i + 1)));
        }
        course.add(sightings.getLast().keyframe());
        course.addAll(sightings.getLast().path().after());
        return course;
    }

    private static List<Keyframe> between(Sighting from, Sighting to) {
        Optional<Box> end = from.path()
                .boxAfter(to.frame())
                .filter(box -> box.iou(to.keyframe().box()) > 0);
        return end.isPresent() ? arrived(from, to, end.get()) : unsure(from, to);
    }

    /** The path, bent so that it ends where the target was seen. */
    private static List<Keyframe> arrived(Sighting from, Sighting to, Box end) {
        Box seen = to.keyframe().box();
        List<Keyframe> bent = new ArrayList<>();
        for (Keyframe step : from.path().after()) {
            if (step.frame() < to.frame()) {
                double share = share(from, to, step.frame());
                Box box = step.box();
                double width = Math.max(0, box.width() + (seen.width() - end.width()) * share);
                double height = Math.max(0, box.height() + (seen.height() - end.height()) * share);
                double centerX = box.centerX() + (seen.centerX() - end.centerX()) * share;
                double centerY = box.centerY() + (seen.centerY() - end.centerY()) * share;
                Box moved = new Box(centerX - width / 2, centerY - height / 2, width, height);
                bent.add(FollowedPath.followed(step.frame(), moved));
            }
        }
        return bent;
    }

    /** Both ways the pixels tell, together with the straight way; the target took one of them. */
    private static List<Keyframe> unsure(Sighting from, Sighting to) {
        SortedMap<Integer, Keyframe> ways = new TreeMap<>();
        Stream.concat(from.path().after().stream(), to.path().before().stream())
                .filter(step -> step.frame() > from.frame() && step.frame() < to.frame())
                .map(step -> withStraightWay(from, to, step))
                .forEach(step -> ways.merge(step.frame(), step, TrackCourse::both));
        return List.copyOf(ways.values());
    }

    private static Keyframe both(Keyframe one, Keyframe other) {
        return FollowedPath.followed(one.frame(), one.box().union(other.box()));
    }

    private static Keyframe withStraightWay(Sighting from, Sighting to, Keyframe step) {
        Box straight = from.keyframe().box().blend(to.keyframe().box(), share(from, to, step.frame()));
        return FollowedPath.followed(step.frame(), step.box().union(straight));
    }

    private static double share(Sighting from, Sighting to, int frame) {
        return (double) (frame - from.frame()) / (to.frame() - from.frame());
    }
}
