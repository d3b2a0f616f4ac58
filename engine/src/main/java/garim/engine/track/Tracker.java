package garim.engine.track;

import garim.engine.frame.Box;
import garim.engine.frame.Detection;
import garim.engine.frame.Keyframe;
import garim.engine.frame.Timeline;
import garim.engine.frame.Track;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A tracker joins the detections of a whole clip to tracks. It only adds: every detection it is given is a keyframe of
 * exactly one track, however weak or lonely.
 *
 * <p>Association is two-stage as in ByteTrack (Zhang et al., ECCV 2022): confident detections choose first, weak ones
 * continue what is left, and whatever remains starts a track of its own. Ties are broken by order, so the same input
 * gives the same tracks.
 */
public final class Tracker {
    private final TrackingSettings settings;
    private final Timeline timeline;
    private final Scenes scenes;

    /** A tracker for one clip of a single scene. */
    public Tracker(TrackingSettings settings, Timeline timeline) {
        this(settings, timeline, Scenes.single());
    }

    /** A tracker for one clip. */
    public Tracker(TrackingSettings settings, Timeline timeline, Scenes scenes) {
        this.settings = settings;
        this.timeline = timeline;
        this.scenes = scenes;
    }

    /** As {@link #track(List, FollowedPaths)}, when no pixels were followed. */
    public List<Track> track(List<FrameDetections> looks) {
        return track(looks, FollowedPaths.NONE);
    }

    /**
     * Joins detections to tracks.
     *
     * @param looks the frames that were looked at, in rising order
     * @param paths where the pixels of the detections came from and went to
     * @return tracks in order of their first sighting, numbered from 1, held at both ends
     */
    public List<Track> track(List<FrameDetections> looks, FollowedPaths paths) {
        List<OpenTrack> all = new ArrayList<>();
        List<OpenTrack> alive = new ArrayList<>();
        for (FrameDetections look : looks) {
            alive.removeIf(track -> isOver(track, look.frame()));
            List<OpenTrack> started = associate(look, alive, paths);
            alive.addAll(started);
            all.addAll(started);
        }
        return finish(all);
    }

    private boolean isOver(OpenTrack track, int frame) {
        return timeline.between(track.lastFrame(), frame) > settings.maxGapSeconds()
                || !scenes.isSame(track.lastFrame(), frame);
    }

    private List<OpenTrack> associate(FrameDetections look, List<OpenTrack> alive, FollowedPaths paths) {
        List<Seen> confident = new ArrayList<>();
        List<Seen> weak = new ArrayList<>();
        for (int i = 0; i < look.detections().size(); i++) {
            Detection detection = look.detections().get(i);
            Seen seen = new Seen(detection, paths.of(look.frame(), i));
            (detection.score() >= settings.confidentScore() ? confident : weak).add(seen);
        }
        List<OpenTrack> free = new ArrayList<>(alive);
        List<Seen> unmatched = match(look.frame(), confident, free);
        unmatched.addAll(match(look.frame(), weak, free));
        double seconds = timeline.secondsAt(look.frame());
        return unmatched.stream()
                .map(seen -> new OpenTrack(look.frame(), seconds, seen.detection(), seen.path()))
                .toList();
    }

    /** Gives detections to their best tracks, best pair first; takes used tracks off the list, returns the rest. */
    private List<Seen> match(int frame, List<Seen> detections, List<OpenTrack> free) {
        double seconds = timeline.secondsAt(frame);
        Set<Integer> usedDetections = new HashSet<>();
        Set<OpenTrack> usedTracks = new HashSet<>();
        for (Pair pair : pairs(frame, seconds, detections, free)) {
            OpenTrack track = free.get(pair.track());
            if (!usedTracks.contains(track) && usedDetections.add(pair.detection())) {
                usedTracks.add(track);
                Seen seen = detections.get(pair.detection());
                track.add(frame, seconds, seen.detection(), seen.path());
            }
        }
        free.removeAll(usedTracks);
        List<Seen> unmatched = new ArrayList<>();
        for (int i = 0; i < detections.size(); i++) {
            if (!usedDetections.contains(i)) {
                unmatched.add(detections.get(i));
            }
        }
        return unmatched;
    }

    private static List<Pair> pairs(int frame, double seconds, List<Seen> detections, List<OpenTrack> tracks) {
        List<Pair> pairs = new ArrayList<>();
        for (int t = 0; t < tracks.size(); t++) {
            for (int d = 0; d < detections.size(); d++) {
                double affinity =
                        tracks.get(t).affinity(frame, seconds, detections.get(d).detection());
                if (affinity > 0) {
                    pairs.add(new Pair(t, d, affinity));
                }
            }
        }
        pairs.sort(Comparator.comparingDouble(Pair::affinity)
                .reversed()
                .thenComparingInt(Pair::track)
                .thenComparingInt(Pair::detection));
        return pairs;
    }

    private List<Track> finish(List<OpenTrack> all) {
        Envelope envelope = new Envelope(timeline);
        EndPadding padding = new EndPadding(timeline, scenes, settings.padSeconds());
        List<Track> tracks = new ArrayList<>();
        for (OpenTrack track : all) {
            List<Keyframe> course = new TrackCourse(track.sightings()).keyframes();
            List<Keyframe> keyframes = Thinning.thin(padding.extend(envelope.steady(course)));
            tracks.add(new Track(
                    tracks.size() + 1,
                    track.kind(),
                    keyframes.stream().map(Tracker::rounded).toList()));
        }
        return tracks;
    }

    /** Rounded to what a reader of the plan can use, outwards by less than a hundredth of a pixel. */
    private static Keyframe rounded(Keyframe exact) {
        Box box = exact.box();
        double left = Math.floor(box.x() * 100) / 100;
        double top = Math.floor(box.y() * 100) / 100;
        double width = Math.ceil((box.right() - left) * 100) / 100;
        double height = Math.ceil((box.bottom() - top) * 100) / 100;
        return new Keyframe(exact.frame(), new Box(left, top, width, height), exact.origin(), exact.score());
    }

    private record Seen(Detection detection, FollowedPath path) {}

    private record Pair(int track, int detection, double affinity) {}
}
