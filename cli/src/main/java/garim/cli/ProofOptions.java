package garim.cli;

import garim.engine.pipeline.ProofSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Options that say how the output is proven and where its certificate goes. */
final class ProofOptions {
    @Option(names = "--certificate", paramLabel = "PATH")
    Optional<Path> certificate = Optional.empty();

    @Option(names = "--no-certificate")
    boolean isLeftOut;

    @Option(names = "--certificate-pdf")
    boolean pdf;

    @Option(names = "--proof", paramLabel = "DEPTH", defaultValue = "FULL")
    ProofSettings.Depth depth = ProofSettings.Depth.FULL;

    @Option(names = "--second-eyes", negatable = true, defaultValue = "true", fallbackValue = "true")
    boolean secondEyes = true;

    @Option(names = "--strict")
    boolean strict;

    @Mixin
    KeyOptions keys = new KeyOptions();

    /** Refuses options that contradict each other, as IllegalArgumentException. */
    void requireSensible(Messages messages, List<Path> inputs) {
        boolean looks = !isLeftOut && depth == ProofSettings.Depth.FULL && secondEyes;
        if (strict && !looks) {
            throw new IllegalArgumentException(messages.text("usage.strict"));
        }
        if (isLeftOut && (certificate.isPresent() || pdf)) {
            throw new IllegalArgumentException("--no-certificate, --certificate");
        }
        boolean isFolder = certificate.filter(Files::isDirectory).isPresent();
        boolean isMany = inputs.size() > 1 || inputs.stream().anyMatch(Files::isDirectory);
        if (certificate.isPresent() && isMany && !isFolder) {
            throw new IllegalArgumentException(messages.text("usage.certificate", certificate.get()));
        }
    }

    /** Where the certificate of an output goes. */
    Path fileOf(Path output) {
        String name = output.getFileName() + OutputNames.CERTIFICATE_ENDING;
        return certificate
                .map(chosen -> Files.isDirectory(chosen) ? chosen.resolve(name) : chosen)
                .orElseGet(() -> output.resolveSibling(name));
    }
}
