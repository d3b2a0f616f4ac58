package garim.engine.pipeline;

import garim.engine.proof.certificate.SignedCertificate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What came of checking a certificate against a file.
 *
 * @param certificate what was read
 * @param trust what is known of the key that signed
 * @param faults what does not hold, the gravest first; none when all does
 */
public record Verification(SignedCertificate certificate, Trust trust, List<Fault> faults) {
    /** What is known of the key that signed. */
    public enum Trust {
        /** No key was given to compare it with. */
        UNKNOWN,
        /** It is the key that was given. */
        GIVEN,
        /** The key that was given says that it took its place. */
        SUCCESSOR
    }

    /** The kinds of what may not hold, the gravest first. */
    public enum Kind {
        /** The certificate is not as it was signed. */
        CERTIFICATE_CHANGED,
        /** Another key than the given one signed. */
        KEY_UNKNOWN,
        /** The certificate is of another file. */
        OTHER_FILE,
        /** The file was changed since. */
        FILE_CHANGED,
        /** The plan is not the one that was rendered: edited since, or of another file. */
        PLAN_CHANGED,
        /** The given original is not the file that was masked. */
        OTHER_INPUT,
        /** The file does not hold the frames that the certificate names. */
        FRAMES_DIFFER,
        /** Something can be read in the file that should be covered. */
        MASK_READABLE
    }

    /**
     * One thing that does not hold.
     *
     * @param detail what and where, in English
     */
    public record Fault(Kind kind, String detail) {
        public Fault {
            Objects.requireNonNull(kind);
            Objects.requireNonNull(detail);
        }
    }

    public Verification {
        Objects.requireNonNull(certificate);
        Objects.requireNonNull(trust);
        faults = faults.stream().sorted(Comparator.comparing(Fault::kind)).toList();
    }

    /** True when everything that was checked holds. */
    public boolean holds() {
        return faults.isEmpty();
    }

    /** The gravest fault. */
    public Optional<Fault> gravest() {
        return faults.stream().findFirst();
    }
}
