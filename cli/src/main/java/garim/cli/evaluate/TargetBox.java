package garim.cli.evaluate;

import garim.engine.frame.Box;
import java.util.Objects;

/**
 * A target box is one thing that should be masked in one annotated frame.
 *
 * @param kind lower-case word as in the files, for example {@code face}
 * @param box pixels of the stored picture; not empty
 * @param difficulty its grade
 * @param track name that the same thing bears in every frame of its clip; empty when it is not followed
 */
public record TargetBox(String kind, Box box, Difficulty difficulty, String track) {
    public TargetBox {
        Objects.requireNonNull(difficulty);
        Objects.requireNonNull(track);
        if (kind.isEmpty() || box.isEmpty()) {
            throw new IllegalArgumentException("a target needs a kind and an area, not '" + kind + "' " + box);
        }
    }

    /** True when it counts as a hit or a miss. */
    public boolean isScored() {
        return difficulty != Difficulty.IGNORE;
    }
}
