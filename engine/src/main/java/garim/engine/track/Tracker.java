package garim.engine.track;

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

    /** A tracker for one clip. */
    public Tracker(TrackingSettings settings, Timeline timeline) {
        this.settings = settings;
        this.timeline = timeline;
    }

    /**
     * Joins detections to tracks.
     *
     * @param looks the frames that were looked at, in rising order
     * @return tracks in order of their first sighting, numbered from 1, held at both ends
     */
    public List<Track> track(List<FrameDetections> looks) {
        List<OpenTrack> all = new ArrayList<>();
        List<OpenTrack> alive = new ArrayList<>();
        for (FrameDetections look : looks) {
            alive.removeIf(track -> timeline.between(track.lastFrame(), look.frame()) > settings.maxGapSeconds());
            List<OpenTrack> started = associate(look, alive);
            alive.addAll(started);
            all.addAll(started);
        }
        return finish(all);
    }

    private List<OpenTrack> associate(FrameDetections look, List<OpenTrack> alive) {
        List<Detection> confident = new ArrayList<>();
        List<Detection> weak = new ArrayList<>();
        for (Detection detection : look.detections()) {
            (detection.score() >= settings.confidentScore() ? confident : weak).add(detection);
        }
        List<OpenTrack> free = new ArrayList<>(alive);
        List<Detection> unmatched = match(look.frame(), confident, free);
        unmatched.addAll(match(look.frame(), weak, free));
        double seconds = timeline.secondsAt(look.frame());
        return unmatched.stream()
                .map(detection -> new OpenTrack(look.frame(), seconds, detection))
                .toList();
    }

    /** Gives detections to their best tracks, best pair first; takes used tracks off the list, returns the rest. */
    private List<Detection> match(int frame, List<Detection> detections, List<OpenTrack> free) {
        double seconds = timeline.secondsAt(frame);
        Set<Integer> usedDetections = new HashSet<>();
        Set<OpenTrack> usedTracks = new HashSet<>();
        for (Pair pair : pairs(seconds, detections, free)) {
            OpenTrack track = free.get(pair.track());
            if (!usedTracks.contains(track) && usedDetections.add(pair.detection())) {
                usedTracks.add(track);
                track.add(frame, seconds, detections.get(pair.detection()));
            }
        }
        free.removeAll(usedTracks);
        List<Detection> unmatched = new ArrayList<>();
        for (int i = 0; i < detections.size(); i++) {
            if (!usedDetections.contains(i)) {
                unmatched.add(detections.get(i));
            }
        }
        return unmatched;
    }

    private static List<Pair> pairs(double seconds, List<Detection> detections, List<OpenTrack> tracks) {
        List<Pair> pairs = new ArrayList<>();
        for (int t = 0; t < tracks.size(); t++) {
            for (int d = 0; d < detections.size(); d++) {
                double affinity = tracks.get(t).affinity(seconds, detections.get(d));
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
        EndPadding padding = new EndPadding(timeline, settings.padSeconds());
        List<Track> tracks = new ArrayList<>();
        for (OpenTrack track : all) {
            List<Keyframe> keyframes = padding.extend(envelope.steady(track.sightings()));
            tracks.add(new Track(tracks.size() + 1, track.kind(), keyframes));
        }
        return tracks;
    }

    private record Pair(int track, int detection, double affinity) {}
}
