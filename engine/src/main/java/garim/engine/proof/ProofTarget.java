package garim.engine.proof;

import garim.engine.frame.Box;
import garim.engine.frame.Polygon;
import garim.engine.frame.TargetKind;
import java.util.Objects;
import java.util.Optional;

/**
 * A proof target is one target in one frame that nobody may be able to read in the output.
 *
 * @param track number of its track
 * @param kind what it is
 * @param box where, in unrotated pixels without any margin; may reach outside the picture
 * @param polygon the part of the box that matters; empty when all of it does
 * @param margin ratio of the box that is covered in addition on every side
 */
public record ProofTarget(int track, TargetKind kind, Box box, Optional<Polygon> polygon, double margin) {
    public ProofTarget {
        Objects.requireNonNull(kind);
        Objects.requireNonNull(box);
        Objects.requireNonNull(polygon);
    }

    /** The area that its mask should paint. */
    Box painted() {
        return box.grow(margin);
    }
}
