package garim.cli;

import garim.engine.pipeline.Deidentifier;
import garim.engine.pipeline.RenderSettings;
import garim.engine.pipeline.Sealing;
import garim.engine.seal.HolderKeys;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Options that say whether what lies under the masks is kept for two holders. */
final class SealOptions {
    private static final int HOLDERS = 2;

    @Option(names = "--seal", paramLabel = "FILE")
    private Optional<Path> sidecar = Optional.empty();

    @Option(names = "--holder", paramLabel = "FILE")
    private List<Path> holders = new ArrayList<>();

    /** Refuses what cannot be sealed before hours are spent; IllegalArgumentException. */
    void requireSensible(Messages messages, List<Path> inputs, boolean force) {
        if (sidecar.isEmpty() && holders.isEmpty()) {
            return;
        }
        boolean isOneFile = inputs.size() == 1 && !Files.isDirectory(inputs.getFirst());
        if (sidecar.isEmpty() || holders.size() != HOLDERS || !isOneFile) {
            throw new IllegalArgumentException(messages.text("usage.seal"));
        }
        sealing();
        Deidentifier.requireWritable(inputs.getFirst(), sidecar.get(), force);
    }

    /** The settings with what the user chose. */
    RenderSettings applyTo(RenderSettings settings) {
        return sealing().map(settings::withSealing).orElse(settings);
    }

    private Optional<Sealing> sealing() {
        return sidecar.map(file -> new Sealing(
                file,
                Version.PROGRAM,
                Instant.now().truncatedTo(ChronoUnit.SECONDS).toString(),
                holders.stream().map(HolderKeys::readPublic).toList()));
    }
}
