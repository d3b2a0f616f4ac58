package garim.engine.frame;

import java.util.Objects;

/**
 * A keyframe fixes where a track is in one frame; between two keyframes the box moves linearly.
 *
 * @param frame 0-based frame index
 * @param box unrotated pixels, may reach outside the picture
 * @param origin how the place is known
 * @param score detector score 0-1; 0 where no detector saw it
 */
public record Keyframe(int frame, Box box, Origin origin, double score) {
    public Keyframe {
        Objects.requireNonNull(box);
        Objects.requireNonNull(origin);
        if (frame < 0 || !(score >= 0 && score <= 1)) {
            throw new IllegalArgumentException("bad keyframe " + frame + " score " + score);
        }
    }
}
