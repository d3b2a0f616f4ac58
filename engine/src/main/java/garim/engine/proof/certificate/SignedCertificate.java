package garim.engine.proof.certificate;

import java.util.List;
import java.util.Objects;

/**
 * A certificate as it was found in a file.
 *
 * @param certificate what it says
 * @param key the key that it names
 * @param lineage earlier keys that vouch for that key, the latest first; only those whose word holds
 * @param isGenuine true when that key signed exactly what stands there
 */
public record SignedCertificate(
        Certificate certificate, PublicIdentity key, List<Endorsement> lineage, boolean isGenuine) {
    public SignedCertificate {
        Objects.requireNonNull(certificate);
        Objects.requireNonNull(key);
        lineage = List.copyOf(lineage);
    }

    /** True when a trusted key signed it. */
    public boolean isSignedBy(PublicIdentity trusted) {
        return key.equals(trusted);
    }

    /** True when a trusted key says, over however many steps, that the key that signed took its place. */
    public boolean isSignedBySuccessorOf(PublicIdentity trusted) {
        PublicIdentity current = key;
        for (Endorsement step : lineage) {
            if (!step.successor().equals(current)) {
                return false;
            }
            current = step.by();
            if (current.equals(trusted)) {
                return true;
            }
        }
        return false;
    }
}
