package garim.cli;

import garim.engine.frame.EngineException;
import garim.engine.frame.ErrorCode;
import garim.engine.pipeline.Verification;
import garim.engine.pipeline.Verifier;
import garim.engine.proof.certificate.PublicIdentity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code garim verify}: says whether a file is what its certificate says. */
@Command(name = "verify", resourceBundle = GarimCommand.HELP)
final class VerifyCommand implements Callable<Integer> {
    @Mixin
    private CommonOptions common = new CommonOptions();

    @Option(names = "--input", paramLabel = "ORIGINAL", descriptionKey = "garim.verify.input")
    private Optional<Path> original = Optional.empty();

    @Option(names = "--plan", paramLabel = "FILE", descriptionKey = "garim.verify.plan")
    private Optional<Path> plan = Optional.empty();

    @Option(names = "--key", paramLabel = "PEM")
    private Optional<Path> key = Optional.empty();

    @Option(names = "--pdf", paramLabel = "FILE", descriptionKey = "garim.verify.pdf")
    private Optional<Path> pdf = Optional.empty();

    @Parameters(index = "0", paramLabel = "FILE", descriptionKey = "garim.verify.FILE")
    private Path file = Path.of("");

    @Parameters(index = "1", arity = "0..1", paramLabel = "CERTIFICATE", descriptionKey = "garim.verify.CERTIFICATE")
    private Optional<Path> certificate = Optional.empty();

    private final Console console;

    VerifyCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Reporter reporter = console.reporter(common.json);
        Path beside =
                certificate.orElseGet(() -> file.resolveSibling(file.getFileName() + OutputNames.CERTIFICATE_ENDING));
        Verifier.Evidence evidence = new Verifier.Evidence(beside, original, plan, key.map(VerifyCommand::trusted));
        try {
            Verification verification =
                    new Verifier().verify(file, evidence, console.progress(reporter, file.toString()));
            reporter.done("verified", facts(beside, verification), told(verification));
            if (verification.holds()) {
                pdf.ifPresent(page -> CertificatePage.write(
                        verification.certificate().certificate(),
                        verification.certificate().key(),
                        console.messages(),
                        page));
            }
            return exitCode(verification);
        } catch (EngineException e) {
            reporter.failed(Failure.of(e));
            return e.code() == ErrorCode.CANCELLED ? ExitCode.CANCELLED : ExitCode.FAILED;
        }
    }

    private static PublicIdentity trusted(Path pem) {
        try {
            return PublicIdentity.ofPem(Files.readString(pem));
        } catch (IOException e) {
            throw new EngineException(ErrorCode.INPUT_MISSING, pem.toString(), e.toString(), e);
        } catch (IllegalArgumentException e) {
            throw new EngineException(ErrorCode.KEY_INVALID, pem.toString(), "not an Ed25519 public key in PEM", e);
        }
    }

    private static int exitCode(Verification verification) {
        return verification
                .gravest()
                .map(fault -> ExitCode.of(fault.kind()))
                .orElseGet(() ->
                        verification.certificate().certificate().needsReview() ? ExitCode.REVIEW_NEEDED : ExitCode.OK);
    }

    private String told(Verification verification) {
        Messages messages = console.messages();
        if (!verification.holds()) {
            List<String> sentences = verification.faults().stream()
                    .map(fault -> messages.text("verify." + fault.kind(), file, fault.detail()))
                    .toList();
            return String.join(System.lineSeparator(), sentences);
        }
        String holds = messages.text(
                "verify.holds",
                file,
                verification.certificate().certificate().statement(),
                verification.certificate().certificate().issued());
        String signer = messages.text(
                "verify.trust." + verification.trust(),
                verification.certificate().key().id());
        String review =
                verification.certificate().certificate().needsReview() ? " " + messages.text("verify.review") : "";
        return holds + " " + signer + review;
    }

    private Map<String, Object> facts(Path certificateFile, Verification verification) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("file", file.toString());
        facts.put("certificate", certificateFile.toString());
        facts.put("holds", verification.holds());
        facts.put("keyId", verification.certificate().key().id());
        facts.put("trust", verification.trust().name());
        facts.put("needsReview", verification.certificate().certificate().needsReview());
        facts.put("statement", verification.certificate().certificate().statement());
        facts.put(
                "faults",
                verification.faults().stream()
                        .map(fault -> Map.of(
                                "code",
                                fault.kind().name(),
                                "detail",
                                fault.detail(),
                                "message",
                                console.messages().text("verify." + fault.kind(), file, fault.detail())))
                        .toList());
        return facts;
    }
}
