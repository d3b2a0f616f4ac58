package garim.engine.track;

import garim.engine.frame.Box;
import garim.engine.frame.Detection;
import garim.engine.frame.Plane;
import garim.engine.frame.TargetKind;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Says where the targets of a camera are in each of its latest frames, while it runs. What was seen is followed on by its pixels
 * to every later frame, and back to every earlier one that is still there; where the pixels are lost, its box is held and grows
 * with the time since. Each of these adds to what is covered, none takes away. Used by one thread.
 */
public final class LiveTracks {
    /** A box and a detection that overlap so much are the same target. */
    private static final double SAME_TARGET_IOU = 0.25;

    /** What is left of a target's look when its pixels are given up as lost; correlation, -1 to 1. */
    private static final double LEAST_LIKENESS = 0.45;

    /** Share of its size by which a box that is no longer seen grows on every side, each second. */
    private static final double GROWTH_PER_SECOND = 0.5;

    private static final double MOST_GROWTH = 0.5;

    /**
     * A target in one frame.
     *
     * @param track number that it keeps from frame to frame
     * @param kind what it is
     * @param box everything that was said of it in this frame, in pixels, may reach outside the picture
     */
    public record Target(int track, TargetKind kind, Box box) {}

    private record Moment(int frame, double seconds, int scene, LumaPyramid pyramid, Map<Integer, Target> targets) {
        void cover(int track, TargetKind kind, Box box) {
            targets.merge(
                    track,
                    new Target(track, kind, box),
                    (a, b) -> new Target(track, kind, a.box().union(b.box())));
        }
    }

    /** A target whose pixels are followed, or whose box is held since they were lost. */
    private record Course(
            int track,
            TargetKind kind,
            int seenFrame,
            double seenSeconds,
            Box seen,
            Look look,
            Box box,
            boolean isLost,
            double heldUntil) {
        Course followedTo(Box next) {
            return new Course(track, kind, seenFrame, seenSeconds, seen, look, next, false, heldUntil);
        }

        /** A lost one is held no longer, since nobody knows where it went. */
        Course heldTo(double until) {
            return isLost ? this : new Course(track, kind, seenFrame, seenSeconds, seen, look, box, false, until);
        }

        Course lost(double until) {
            return new Course(track, kind, seenFrame, seenSeconds, seen, look, box, true, until);
        }
    }

    private final TrackingSettings settings;
    private final PixelFollower follower = new PixelFollower();
    private final Deque<Moment> moments = new ArrayDeque<>();
    private List<Course> courses = new ArrayList<>();
    private int lastTrack;
    private int scene;

    /** Starts without targets. */
    public LiveTracks(TrackingSettings settings) {
        this.settings = settings;
    }

    /**
     * Takes the next frame.
     *
     * @param frame number, rising
     * @param seconds its time, rising
     * @param luma its brightness; read, not kept
     * @param isNewScene true when nothing of what was seen before can be followed into it
     */
    public void accept(int frame, double seconds, Plane luma, boolean isNewScene) {
        if (isNewScene) {
            scene++;
            courses.clear();
        }
        Moment now = new Moment(frame, seconds, scene, LumaPyramid.of(luma), new HashMap<>());
        if (!courses.isEmpty()) {
            Moment before = moments.getLast();
            courses = new ArrayList<>(courses.stream()
                    .flatMap(course -> step(course, before, now).stream())
                    .toList());
        }
        moments.addLast(now);
    }

    /**
     * Takes what a detector saw in a frame that was accepted.
     *
     * @param frame its number; what was seen in a frame that is forgotten already counts for the oldest that is not
     * @param holdSeconds for so long its pixels are followed when nobody sees it again
     */
    public void look(int frame, List<Detection> detections, double holdSeconds) {
        Optional<Moment> seenAt =
                moments.stream().filter(moment -> moment.frame() >= frame).findFirst();
        seenAt.ifPresent(moment -> look(moment, detections, holdSeconds));
    }

    private void look(Moment at, List<Detection> detections, double holdSeconds) {
        Map<Integer, Course> known = known(at, detections);
        for (int i = 0; i < detections.size(); i++) {
            Detection detection = detections.get(i);
            if (detection.kind() != TargetKind.MOTION) {
                see(at, detection, Optional.ofNullable(known.get(i)), at.seconds() + holdSeconds);
            }
        }
    }

    private void see(Moment at, Detection seen, Optional<Course> known, double until) {
        int track = known.map(Course::track).orElseGet(() -> ++lastTrack);
        at.cover(track, seen.kind(), seen.box());
        Optional<Course> earlier = known.filter(course -> course.seenFrame() <= at.frame());
        earlier.ifPresent(course -> bridge(course, at, seen.box()));
        int earliest = earlier.map(Course::seenFrame).orElse(Integer.MIN_VALUE);
        Look look = Look.at(at.pyramid(), seen.box());
        followBack(at, track, seen, look, earliest);
        double heldUntil =
                known.map(course -> Math.max(until, course.heldUntil())).orElse(until);
        Course next = new Course(
                track, seen.kind(), at.frame(), at.seconds(), seen.box(), look, seen.box(), false, heldUntil);
        Optional<Course> followed = followOn(at, next);
        courses.removeIf(course -> course.track() == track);
        // An answer that comes late covers its frames, but who was seen since is where they were seen since.
        known.filter(course -> course.seenFrame() > at.frame())
                .map(course -> course.heldTo(heldUntil))
                .or(() -> followed)
                .ifPresent(courses::add);
    }

    /** The detections that are of a course, by their place in the list; a course has one detection at most. */
    private Map<Integer, Course> known(Moment at, List<Detection> detections) {
        record Pair(Course course, int detection, double iou) {}
        List<Pair> pairs = new ArrayList<>();
        for (Course course : courses) {
            Target there = at.targets().get(course.track());
            for (int i = 0; there != null && i < detections.size(); i++) {
                double iou = there.box().iou(detections.get(i).box());
                if (course.kind() == detections.get(i).kind() && iou >= SAME_TARGET_IOU) {
                    pairs.add(new Pair(course, i, iou));
                }
            }
        }
        pairs.sort(Comparator.comparingDouble(Pair::iou).reversed());
        Map<Integer, Course> known = new HashMap<>();
        Set<Integer> taken = new HashSet<>();
        for (Pair pair : pairs) {
            if (!taken.contains(pair.course().track()) && !known.containsKey(pair.detection())) {
                taken.add(pair.course().track());
                known.put(pair.detection(), pair.course());
            }
        }
        return known;
    }

    /** Covers the straight way between two sightings. */
    private void bridge(Course course, Moment to, Box seen) {
        for (Moment moment : moments) {
            if (moment.frame() > course.seenFrame() && moment.frame() < to.frame()) {
                double share = (moment.seconds() - course.seenSeconds()) / (to.seconds() - course.seenSeconds());
                moment.cover(course.track(), course.kind(), course.seen().blend(seen, share));
            }
        }
    }

    /** Covers a target in the frames before it was seen, as far back as its pixels lead, and for a while before that. */
    private void followBack(Moment at, int track, Detection seen, Look look, int earliest) {
        Iterator<Moment> earlier = moments.descendingIterator();
        Moment from = at;
        Box box = seen.box();
        boolean isLost = false;
        double lostSeconds = at.seconds();
        while (earlier.hasNext()) {
            Moment to = earlier.next();
            if (to.frame() >= at.frame()) {
                continue;
            }
            if (to.frame() <= earliest || to.scene() != at.scene()) {
                return;
            }
            Optional<Box> found = isLost ? Optional.empty() : followed(from, to, box, look);
            if (found.isEmpty() && !isLost) {
                isLost = true;
                lostSeconds = from.seconds();
            }
            if (isLost && lostSeconds - to.seconds() > settings.padSeconds()) {
                return;
            }
            box = found.orElse(box);
            to.cover(track, seen.kind(), isLost ? grown(box, lostSeconds - to.seconds()) : box);
            from = to;
        }
    }

    /** Takes a course on to the newest frame; empty when it is held no longer or another scene has begun. */
    private Optional<Course> followOn(Moment at, Course start) {
        Optional<Course> course = Optional.of(start);
        Moment from = at;
        for (Moment to : moments) {
            if (to.frame() > at.frame() && course.isPresent()) {
                course = to.scene() == at.scene() ? step(course.get(), from, to) : Optional.empty();
                from = to;
            }
        }
        return course;
    }

    /** Takes a course to the next frame and covers it there; empty when it was unseen for too long. */
    private Optional<Course> step(Course course, Moment from, Moment to) {
        if (to.seconds() > course.heldUntil()) {
            return Optional.empty();
        }
        Course next = course;
        if (!course.isLost()) {
            next = followed(from, to, course.box(), course.look())
                    .map(course::followedTo)
                    .orElseGet(() -> course.lost(from.seconds() + settings.padSeconds()));
        }
        to.cover(course.track(), course.kind(), grown(next.box(), to.seconds() - course.seenSeconds()));
        return Optional.of(next);
    }

    private Optional<Box> followed(Moment from, Moment to, Box box, Look look) {
        return follower.follow(from.pyramid(), to.pyramid(), box)
                .filter(place -> look.isLike(to.pyramid(), place, LEAST_LIKENESS));
    }

    private static Box grown(Box box, double seconds) {
        return box.grow(Math.min(MOST_GROWTH, GROWTH_PER_SECOND * Math.max(0, seconds)));
    }

    /** The targets in a frame, by their numbers; empty when the frame was not accepted, or is forgotten. */
    public Optional<List<Target>> at(int frame) {
        return moments.stream()
                .filter(moment -> moment.frame() == frame)
                .findFirst()
                .map(moment -> moment.targets().values().stream()
                        .sorted(Comparator.comparingInt(Target::track))
                        .toList());
    }

    /** Forgets the frames before this one; the last frame stays. */
    public void forgetBefore(int frame) {
        while (moments.size() > 1 && moments.getFirst().frame() < frame) {
            moments.removeFirst();
        }
    }
}
