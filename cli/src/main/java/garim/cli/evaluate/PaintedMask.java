package garim.cli.evaluate;

import garim.engine.frame.Box;
import java.util.Objects;

/**
 * A painted mask is a rectangle that covers pixels of one frame, and what it was painted for.
 *
 * @param kind lower-case word of the kind of target, for example {@code face}
 * @param box stored pixels, may reach outside the picture
 */
public record PaintedMask(String kind, Box box) {
    public PaintedMask {
        Objects.requireNonNull(kind);
        Objects.requireNonNull(box);
    }
}
