package garim.engine.pipeline;

import garim.engine.seal.SealHeader;
import java.nio.file.Path;
import java.security.PublicKey;
import java.util.List;
import java.util.Objects;

/**
 * How what lies under the masks is kept for those who may lift them together.
 *
 * @param sidecar file that is written beside the masked one
 * @param program name and version of the program
 * @param created when, as ISO 8601 in UTC
 * @param holders public keys of the two holders
 */
public record Sealing(Path sidecar, String program, String created, List<PublicKey> holders) {
    public Sealing {
        Objects.requireNonNull(sidecar);
        Objects.requireNonNull(program);
        Objects.requireNonNull(created);
        holders = List.copyOf(holders);
        if (holders.size() != SealHeader.HOLDERS || holders.get(0).equals(holders.get(1))) {
            throw new IllegalArgumentException("a seal needs two different holders");
        }
    }
}
