package garim.engine.frame;

import java.util.Objects;

/**
 * A detection is one target that one detector saw in one picture.
 *
 * @param kind what was seen
 * @param box where, in pixels of the picture that was looked at
 * @param score how sure the detector is, 0-1
 * @param source name of the detector that saw it
 */
public record Detection(TargetKind kind, Box box, double score, String source) {
    public Detection {
        Objects.requireNonNull(kind);
        Objects.requireNonNull(box);
        Objects.requireNonNull(source);
        if (!(score >= 0 && score <= 1)) {
            throw new IllegalArgumentException("score " + score + " is not within 0-1");
        }
    }

    /** The same detection at another place. */
    public Detection withBox(Box other) {
        return new Detection(kind, other, score, source);
    }
}
