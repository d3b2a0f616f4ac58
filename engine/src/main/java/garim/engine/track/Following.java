package garim.engine.track;

import garim.engine.frame.Box;
import garim.engine.frame.Detection;
import garim.engine.frame.Keyframe;
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
 * Follows the pixels of every detection: forward until the target is detected again, is lost, or was held long enough;
 * and backward, when nobody saw it before, to the first frame in which it can be told. Keeps a few seconds of reduced
 * pictures. Used by one thread; the same frames and looks give the same paths.
 */
public final class Following {
    /** A followed box and a detection that overlap so much are the same target. */
    private static final double SAME_TARGET_IOU = 0.3;

    /** What is left of a target's look when it is given up as lost; correlation, -1 to 1. */
    private static final double LEAST_LIKENESS = 0.45;

    /** A lonely weak detection is followed for a shorter time, because it may be a false alarm. */
    private static final double WEAK_SHARE = 0.4;

    /** Pictures kept at most, whatever the frame rate. */
    private static final int MOST_PICTURES = 96;

    private record Picture(int frame, double seconds, boolean isCut, LumaPyramid pyramid) {}

    /** A detection whose pixels are still being followed. */
    private record Open(PathKey key, TargetKind kind, double since, double holdSeconds, Look look, Box box) {
        Open at(Box next) {
            return new Open(key, kind, since, holdSeconds, look, next);
        }
    }

    private final TrackingSettings settings;
    private final PixelFollower follower = new PixelFollower();
    private final Deque<Picture> ahead = new ArrayDeque<>();
    private final Deque<Picture> past = new ArrayDeque<>();
    private final Map<PathKey, List<Keyframe>> after = new HashMap<>();
    private final Map<PathKey, List<Keyframe>> before = new HashMap<>();
    private List<Open> open = new ArrayList<>();

    /** Starts before the first frame of a clip. */
    public Following(TrackingSettings settings) {
        this.settings = settings;
    }

    /**
     * Takes the next frame.
     *
     * @param frame 0-based frame index
     * @param seconds its time, rising
     * @param luma its brightness; read, not kept
     * @param isCut true when another scene begins with it
     */
    public void accept(int frame, double seconds, Plane luma, boolean isCut) {
        ahead.add(new Picture(frame, seconds, isCut, LumaPyramid.of(luma)));
    }

    /**
     * Takes what was seen in a frame that was accepted.
     *
     * @param frame 0-based frame index, rising from look to look
     * @param detections what was seen, in the order in which the tracker gets it
     */
    public void look(int frame, List<Detection> detections) {
        walkTo(frame);
        Picture now = past.getLast();
        Set<Integer> known = endWhatIsSeenAgain(detections);
        for (int i = 0; i < detections.size(); i++) {
            Detection seen = detections.get(i);
            if (seen.kind() == TargetKind.MOTION) {
                continue;
            }
            PathKey key = new PathKey(frame, i);
            Look look = Look.at(now.pyramid(), seen.box());
            if (!known.contains(i)) {
                followBack(key, seen.box(), look, hold(seen));
            }
            open.add(new Open(key, seen.kind(), now.seconds(), hold(seen), look, seen.box()));
        }
    }

    /** Follows to the end of the clip and gives all paths. */
    public FollowedPaths finish() {
        walkTo(Integer.MAX_VALUE);
        Map<PathKey, FollowedPath> paths = new HashMap<>();
        Set<PathKey> keys = new HashSet<>(before.keySet());
        keys.addAll(after.keySet());
        for (PathKey key : keys) {
            paths.put(key, new FollowedPath(before.getOrDefault(key, List.of()), after.getOrDefault(key, List.of())));
        }
        return new FollowedPaths(paths);
    }

    private double hold(Detection seen) {
        boolean confident = seen.score() >= settings.confidentScore();
        return settings.maxGapSeconds() * (confident ? 1 : WEAK_SHARE);
    }

    private void walkTo(int frame) {
        while (!ahead.isEmpty() && ahead.getFirst().frame() <= frame) {
            Picture next = ahead.removeFirst();
            if (!past.isEmpty()) {
                step(past.getLast(), next);
            }
            past.addLast(next);
            forget(next.seconds());
        }
    }

    private void forget(double now) {
        while (past.size() > MOST_PICTURES || now - past.getFirst().seconds() > settings.maxGapSeconds()) {
            past.removeFirst();
        }
    }

    private void step(Picture from, Picture to) {
        List<Open> going = new ArrayList<>();
        for (Open path : open) {
            if (to.isCut() || to.seconds() - path.since() > path.holdSeconds()) {
                continue;
            }
            follower.follow(from.pyramid(), to.pyramid(), path.box())
                    .filter(box -> path.look().isLike(to.pyramid(), box, LEAST_LIKENESS))
                    .ifPresent(box -> {
                        after.computeIfAbsent(path.key(), key -> new ArrayList<>())
                                .add(FollowedPath.followed(to.frame(), box));
                        going.add(path.at(box));
                    });
        }
        open = going;
    }

    /** Takes the paths off that end in a detection; says which detections have one. */
    private Set<Integer> endWhatIsSeenAgain(List<Detection> detections) {
        record Pair(int path, int detection, double iou) {}
        List<Pair> pairs = new ArrayList<>();
        for (int p = 0; p < open.size(); p++) {
            for (int d = 0; d < detections.size(); d++) {
                double iou = open.get(p).box().iou(detections.get(d).box());
                if (open.get(p).kind() == detections.get(d).kind() && iou >= SAME_TARGET_IOU) {
                    pairs.add(new Pair(p, d, iou));
                }
            }
        }
        pairs.sort(Comparator.comparingDouble(Pair::iou)
                .reversed()
                .thenComparingInt(Pair::path)
                .thenComparingInt(Pair::detection));
        Set<Integer> ended = new HashSet<>();
        Set<Integer> known = new HashSet<>();
        for (Pair pair : pairs) {
            if (!ended.contains(pair.path()) && known.add(pair.detection())) {
                ended.add(pair.path());
            }
        }
        List<Open> going = new ArrayList<>();
        for (int p = 0; p < open.size(); p++) {
            if (!ended.contains(p)) {
                going.add(open.get(p));
            }
        }
        open = going;
        return known;
    }

    private void followBack(PathKey key, Box seen, Look look, double holdSeconds) {
        List<Keyframe> backwards = new ArrayList<>();
        Iterator<Picture> earlier = past.descendingIterator();
        Picture from = earlier.next();
        double start = from.seconds();
        Box box = seen;
        while (earlier.hasNext() && !from.isCut()) {
            Picture to = earlier.next();
            Optional<Box> found = start - to.seconds() > holdSeconds
                    ? Optional.empty()
                    : follower.follow(from.pyramid(), to.pyramid(), box)
                            .filter(place -> look.isLike(to.pyramid(), place, LEAST_LIKENESS));
            if (found.isEmpty()) {
                break;
            }
            box = found.get();
            backwards.add(FollowedPath.followed(to.frame(), box));
            from = to;
        }
        if (!backwards.isEmpty()) {
            before.put(key, backwards.reversed());
        }
    }
}
