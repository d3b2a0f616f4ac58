package garim.cli;

import garim.engine.pipeline.HashedFile;
import garim.engine.pipeline.LiftCertificate;
import garim.engine.pipeline.MaskLift;
import garim.engine.pipeline.Progress;
import garim.engine.proof.certificate.Certificate;
import garim.engine.proof.certificate.CertificateText;
import garim.engine.proof.certificate.SignedCertificate;
import garim.engine.proof.certificate.SigningKey;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/** Certifies a lifted video, when the masked one has a certificate. Used for one lift. */
final class LiftCertifying {
    /** What is needed to certify. */
    private record Basis(Certificate before, SigningKey key) {}

    private final Optional<Basis> basis;
    private final LiftCertificate.Decision decision;
    private final Progress progress;
    private final CertificateText text = new CertificateText();
    private Optional<Certificate> made = Optional.empty();

    private LiftCertifying(Optional<Basis> basis, LiftCertificate.Decision decision, Progress progress) {
        this.basis = basis;
        this.decision = decision;
        this.progress = progress;
    }

    /**
     * Gets ready before anything is lifted.
     *
     * @param certificate of the masked video; empty when nothing is to be certified
     * @throws garim.engine.frame.EngineException CERTIFICATE_INVALID, KEY_EXPOSED or KEY_INVALID
     */
    static LiftCertifying prepare(
            Optional<Path> certificate,
            KeyOptions keys,
            HashedFile masked,
            LiftCertificate.Decision decision,
            Progress progress) {
        Optional<Basis> basis = certificate.map(file -> {
            SignedCertificate before = new CertificateText().read(file);
            LiftCertificate.require(file.toString(), before, masked, decision.tracks());
            return new Basis(before.certificate(), keys.keyring().require());
        });
        return new LiftCertifying(basis, decision, progress);
    }

    boolean isWanted() {
        return basis.isPresent();
    }

    /** Looks at what was written, before it has its name. */
    void accept(Path part, Path output, MaskLift.Result result) {
        made = basis.map(each -> new LiftCertificate(Version.PROGRAM, progress)
                .make(each.before(), part, output.getFileName().toString(), result.encoder(), decision, Instant.now()));
    }

    /** Writes the certificate beside the output. */
    void write(Path output) {
        made.ifPresent(certificate -> text.write(
                certificate,
                basis.orElseThrow().key(),
                output.resolveSibling(output.getFileName() + OutputNames.CERTIFICATE_ENDING)));
    }
}
