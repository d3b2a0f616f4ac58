package garim.engine.zone;

import garim.engine.frame.Box;
import garim.engine.frame.EngineException;
import garim.engine.frame.ErrorCode;
import garim.engine.frame.Keyframe;
import garim.engine.frame.Origin;
import garim.engine.frame.Point;
import garim.engine.frame.Polygon;
import garim.engine.frame.Rotation;
import garim.engine.frame.TargetKind;
import garim.engine.frame.Timeline;
import garim.engine.frame.Track;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Makes tracks of zones for one clip. Zones are drawn on the upright picture; tracks are in stored pixels. A zone may
 * reach outside the picture, as far as it likes.
 */
public final class ZoneTracks {
    /** How far a zone may be off its way between two keyframes, in pixels. */
    private static final double TOLERANCE_PX = 0.5;

    private static final double SLACK_SECONDS = 1;

    private final List<Zone> zones;
    private final int storedWidth;
    private final int storedHeight;
    private final Rotation rotation;

    /**
     * Prepares zones for a clip.
     *
     * @param zones what was drawn
     * @param storedWidth width of the stored picture in pixels
     * @param storedHeight height of the stored picture in pixels
     * @param rotation quarter turn that makes it upright
     * @throws EngineException ZONE_OUTSIDE when a zone is at no step inside the picture
     */
    public ZoneTracks(List<Zone> zones, int storedWidth, int storedHeight, Rotation rotation) {
        this.zones = List.copyOf(zones);
        this.storedWidth = storedWidth;
        this.storedHeight = storedHeight;
        this.rotation = rotation;
        this.zones.forEach(this::requireInside);
    }

    /**
     * Checks that every zone begins before the end, so that nobody waits for an analysis in vain.
     *
     * @param estimatedEnd where the file says that the clip ends, in seconds; it may be off by a second
     * @throws EngineException ZONE_OUTSIDE when a zone begins later
     */
    public void requireBegin(double estimatedEnd) {
        zones.forEach(zone -> requireBegin(zone, estimatedEnd + SLACK_SECONDS, estimatedEnd));
    }

    /**
     * The tracks, in the order of the zones.
     *
     * @param timeline times of all frames
     * @param firstId number of the first track, the others following
     * @throws EngineException ZONE_OUTSIDE when a zone begins after the end of the clip
     */
    public List<Track> tracks(Timeline timeline, int firstId) {
        List<Track> tracks = new ArrayList<>();
        for (Zone zone : zones) {
            requireBegin(zone, end(timeline), end(timeline));
            tracks.add(new Track(firstId + tracks.size(), TargetKind.ZONE, keyframes(zone, timeline)));
        }
        return tracks;
    }

    private List<Keyframe> keyframes(Zone zone, Timeline timeline) {
        ZonePath path = new ZonePath(zone, uprightWidth(), uprightHeight());
        return frames(zone, path, timeline).stream()
                .map(frame -> keyframe(frame, path.at(timeline.secondsAt(frame))))
                .toList();
    }

    /** The frames at the ends of all steps, and as many between them as keep the zone on its way. */
    private static SortedSet<Integer> frames(Zone zone, ZonePath path, Timeline timeline) {
        SortedSet<Integer> ends = new TreeSet<>();
        for (ZoneStep step : zone.steps()) {
            ends.add(shownAt(step.fromSeconds(), timeline));
            ends.add(shownAt(step.toSeconds(), timeline));
        }
        SortedSet<Integer> frames = new TreeSet<>(ends);
        int previous = ends.first();
        for (int end : ends) {
            refine(previous, end, path, timeline, frames);
            previous = end;
        }
        return frames;
    }

    /** Where frames stand at uneven distances, an even way in time is not even in frames. */
    private static void refine(int first, int last, ZonePath path, Timeline timeline, SortedSet<Integer> frames) {
        List<Point> from = path.at(timeline.secondsAt(first));
        List<Point> to = path.at(timeline.secondsAt(last));
        int worst = first;
        double most = TOLERANCE_PX;
        for (int frame = first + 1; frame < last; frame++) {
            double off =
                    distance(path.at(timeline.secondsAt(frame)), from, to, (double) (frame - first) / (last - first));
            if (off > most) {
                worst = frame;
                most = off;
            }
        }
        if (worst != first) {
            frames.add(worst);
            refine(first, worst, path, timeline, frames);
            refine(worst, last, path, timeline, frames);
        }
    }

    private static double distance(List<Point> wanted, List<Point> from, List<Point> to, double share) {
        double most = 0;
        for (int i = 0; i < wanted.size(); i++) {
            Point reached = from.get(i).blend(to.get(i), share);
            most = Math.max(
                    most,
                    Math.hypot(
                            reached.x() - wanted.get(i).x(),
                            reached.y() - wanted.get(i).y()));
        }
        return most;
    }

    private Keyframe keyframe(int frame, List<Point> upright) {
        List<Point> corners = upright.stream()
                .map(corner -> rotation.toStored(corner, storedWidth, storedHeight))
                .map(corner -> new Point(hundredth(corner.x()), hundredth(corner.y())))
                .toList();
        if (corners.size() < Polygon.FEWEST_CORNERS) {
            return new Keyframe(frame, tidy(bounds(corners)), Origin.MANUAL, 0);
        }
        return new Keyframe(frame, tidy(bounds(corners)), Origin.MANUAL, 0, corners);
    }

    /** The frame that is on the screen at a moment. */
    private static int shownAt(double seconds, Timeline timeline) {
        return timeline.lastWithin(0, seconds);
    }

    private void requireInside(Zone zone) {
        Box picture = new Box(0, 0, uprightWidth(), uprightHeight());
        boolean isInside = zone.steps().stream()
                .map(step -> bounds(step.shape().in(uprightWidth(), uprightHeight())))
                .anyMatch(bounds -> !bounds.intersect(picture).isEmpty());
        if (!isInside) {
            throw new EngineException(
                    ErrorCode.ZONE_OUTSIDE,
                    zone.text(),
                    "the upright picture is " + uprightWidth() + "x" + uprightHeight() + " pixels");
        }
    }

    private static double end(Timeline timeline) {
        int last = timeline.frames() - 1;
        return timeline.secondsAt(last) + (last == 0 ? 0 : timeline.between(last - 1, last));
    }

    private static void requireBegin(Zone zone, double latest, double end) {
        if (zone.fromSeconds() > latest) {
            throw new EngineException(
                    ErrorCode.ZONE_OUTSIDE, zone.text(), String.format(Locale.ROOT, "the clip ends at %.2f s", end));
        }
    }

    private int uprightWidth() {
        return rotation.swapsSides() ? storedHeight : storedWidth;
    }

    private int uprightHeight() {
        return rotation.swapsSides() ? storedWidth : storedHeight;
    }

    private static Box bounds(List<Point> corners) {
        Box bounds = new Box(corners.getFirst().x(), corners.getFirst().y(), 0, 0);
        for (Point corner : corners) {
            bounds = bounds.union(new Box(corner.x(), corner.y(), 0, 0));
        }
        return bounds;
    }

    private static Box tidy(Box box) {
        return new Box(hundredth(box.x()), hundredth(box.y()), hundredth(box.width()), hundredth(box.height()));
    }

    private static double hundredth(double value) {
        return Math.round(value * 100) / 100.0;
    }
}
