package garim.engine.frame;

import java.util.Objects;

/**
 * A model file that took part in an analysis.
 *
 * @param name catalogue name
 * @param sha256 hash of the file in lower-case hex
 */
public record ModelUse(String name, String sha256) {
    public ModelUse {
        Objects.requireNonNull(name);
        Objects.requireNonNull(sha256);
    }
}
