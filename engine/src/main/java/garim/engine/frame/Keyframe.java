package garim.engine.frame;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A keyframe fixes where a track is in one frame; between two keyframes the box, or each corner, moves linearly.
 *
 * @param frame 0-based frame index
 * @param box unrotated pixels, may reach outside the picture
 * @param origin how the place is known
 * @param score detector score 0-1; 0 where no detector saw it
 * @param corners of the polygon within the box that is covered; none when it is the whole box
 */
public record Keyframe(int frame, Box box, Origin origin, double score, List<Point> corners) {
    /** Boxes and corners are written down in hundredths. */
    private static final double TOLERANCE = 0.02;

    public Keyframe {
        Objects.requireNonNull(box);
        Objects.requireNonNull(origin);
        corners = List.copyOf(corners);
        if (frame < 0 || !(score >= 0 && score <= 1)) {
            throw new IllegalArgumentException("bad keyframe " + frame + " score " + score);
        }
        if (!corners.isEmpty() && !holds(box, new Polygon(corners).bounds())) {
            throw new IllegalArgumentException("a corner of keyframe " + frame + " lies outside its box");
        }
    }

    /** A keyframe whose whole box is covered. */
    public Keyframe(int frame, Box box, Origin origin, double score) {
        this(frame, box, origin, score, List.of());
    }

    /** The polygon that is covered; empty when it is the whole box. */
    public Optional<Polygon> polygon() {
        return corners.isEmpty() ? Optional.empty() : Optional.of(new Polygon(corners));
    }

    private static boolean holds(Box box, Box bounds) {
        return bounds.x() >= box.x() - TOLERANCE
                && bounds.y() >= box.y() - TOLERANCE
                && bounds.right() <= box.right() + TOLERANCE
                && bounds.bottom() <= box.bottom() + TOLERANCE;
    }
}
