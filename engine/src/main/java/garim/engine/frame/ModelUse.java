package garim.engine.frame;

import java.util.Objects;

/**
 * A model file that took part in an analysis.
 *
 * @param name catalogue name
 * @param sha256 hash of the file in lower-case hex
 * @param device what it ran on, for example {@code cuda}; empty for the processor. On another device the same file answers with
 *     other last digits. A word and no list of them, so that plans of later programs can be read.
 */
public record ModelUse(String name, String sha256, String device) {
    public ModelUse {
        Objects.requireNonNull(name);
        Objects.requireNonNull(sha256);
        Objects.requireNonNull(device);
    }

    /** A file that ran on the processor. */
    public ModelUse(String name, String sha256) {
        this(name, sha256, "");
    }
}
