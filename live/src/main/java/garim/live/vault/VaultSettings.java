package garim.live.vault;

import java.nio.file.Path;
import java.security.PublicKey;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * How originals are sealed.
 *
 * @param folder of the vault; made when it is not there
 * @param holders the public keys of the two who can open it together
 * @param zone in which days begin
 * @param segment a new segment begins at the first key picture after so long; at least a second
 * @param keepFor a day is destroyed so long after its end; empty keeps it until somebody destroys it
 * @param spare bytes that are left free on the disk
 */
public record VaultSettings(
        Path folder, List<PublicKey> holders, ZoneId zone, Duration segment, Optional<Duration> keepFor, long spare) {
    public VaultSettings {
        holders = List.copyOf(holders);
        boolean sensible = holders.size() == 2
                && !holders.get(0).equals(holders.get(1))
                && segment.toMillis() >= 1000
                && keepFor.map(age -> !age.isNegative()).orElse(true)
                && spare >= 0;
        if (!sensible) {
            throw new IllegalArgumentException("a vault needs two different holders and segments of a second or more");
        }
    }
}
