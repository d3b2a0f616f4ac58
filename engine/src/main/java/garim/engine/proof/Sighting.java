package garim.engine.proof;

import garim.engine.frame.Box;
import garim.engine.frame.TargetKind;
import java.util.Objects;

/**
 * A sighting is something that second eyes still found in the output, where no mask is and nobody is kept.
 *
 * @param kind what it seems to be
 * @param source name of the detector that saw it
 * @param firstFrame first frame in which it was seen
 * @param lastFrame last frame in which it was seen
 * @param looks how often it was seen
 * @param frame where it was seen best
 * @param box in unrotated pixels of that frame
 * @param score how sure the detector was there, 0-1
 */
public record Sighting(
        TargetKind kind, String source, int firstFrame, int lastFrame, int looks, int frame, Box box, double score) {
    public Sighting {
        Objects.requireNonNull(kind);
        Objects.requireNonNull(source);
        Objects.requireNonNull(box);
    }
}
