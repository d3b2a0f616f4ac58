package garim.engine.visibility;

import garim.engine.frame.Box;
import garim.engine.frame.Keyframe;
import garim.engine.frame.Origin;
import garim.engine.frame.Point;
import garim.engine.frame.Polygon;
import garim.engine.frame.Track;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** Cuts, joins and lengthens the courses of tracks. In no frame does the outcome cover less than what it is made of. */
final class Courses {
    private Courses() {}

    /** The course before a frame that lies after the first. */
    static List<Keyframe> before(Track track, int frame) {
        List<Keyframe> course = new ArrayList<>(
                track.keyframes().stream().filter(each -> each.frame() < frame).toList());
        if (course.getLast().frame() < frame - 1) {
            course.add(at(track, frame - 1));
        }
        return course;
    }

    /** The course from a frame on that lies before the last or is the last. */
    static List<Keyframe> from(Track track, int frame) {
        List<Keyframe> course = new ArrayList<>(
                track.keyframes().stream().filter(each -> each.frame() >= frame).toList());
        if (course.getFirst().frame() > frame) {
            course.addFirst(at(track, frame));
        }
        return course;
    }

    /** The course held still where it begins or ends, up to a frame outside. */
    static List<Keyframe> upTo(Track track, int frame) {
        List<Keyframe> course = new ArrayList<>(track.keyframes());
        if (frame < track.firstFrame()) {
            course.addFirst(held(course.getFirst(), frame));
        } else {
            course.add(held(course.getLast(), frame));
        }
        return course;
    }

    /** The course of several tracks without corners: around all that are there, and from one to the next in the gaps. */
    static List<Keyframe> joined(List<Track> tracks) {
        SortedSet<Integer> frames = new TreeSet<>();
        for (Track track : tracks) {
            track.keyframes().forEach(each -> frames.add(each.frame()));
            frames.add(Math.max(0, track.firstFrame() - 1));
            frames.add(track.lastFrame() + 1);
        }
        List<Keyframe> course = new ArrayList<>();
        for (int frame : frames) {
            around(tracks, frame).ifPresent(course::add);
        }
        return course;
    }

    private static Optional<Keyframe> around(List<Track> tracks, int frame) {
        return tracks.stream()
                .filter(track -> frame >= track.firstFrame() && frame <= track.lastFrame())
                .map(track -> at(track, frame))
                .reduce(Courses::both);
    }

    private static Keyframe both(Keyframe one, Keyframe other) {
        Box box = one.box().union(other.box());
        return new Keyframe(
                one.frame(), box, weaker(one.origin(), other.origin()), Math.max(one.score(), other.score()));
    }

    private static Origin weaker(Origin one, Origin other) {
        if (one == other) {
            return one;
        }
        boolean areSeen =
                one != Origin.PADDED && other != Origin.PADDED && one != Origin.MANUAL && other != Origin.MANUAL;
        return areSeen ? Origin.FOLLOWED : Origin.PADDED;
    }

    /** The keyframe that a track has in a frame of its life, or would have. */
    private static Keyframe at(Track track, int frame) {
        List<Keyframe> keyframes = track.keyframes();
        int next = 0;
        while (keyframes.get(next).frame() < frame) {
            next++;
        }
        if (keyframes.get(next).frame() == frame) {
            return keyframes.get(next);
        }
        List<Point> corners = track.polygonAt(frame).map(Polygon::corners).orElse(List.of());
        Origin origin = Shown.between(keyframes.get(next - 1), keyframes.get(next));
        return new Keyframe(frame, track.boxAt(frame).orElseThrow(), origin, 0, corners);
    }

    private static Keyframe held(Keyframe end, int frame) {
        return new Keyframe(frame, end.box(), Origin.MANUAL, 0, end.corners());
    }
}
