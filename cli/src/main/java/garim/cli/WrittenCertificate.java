package garim.cli;

import garim.engine.proof.certificate.Certificate;
import garim.engine.proof.certificate.PublicIdentity;
import java.nio.file.Path;

/**
 * A certificate that was written.
 *
 * @param file where it is
 * @param certificate what it says
 * @param key the public key of whoever signed
 */
record WrittenCertificate(Path file, Certificate certificate, PublicIdentity key) {}
