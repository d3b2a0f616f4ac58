package garim.cli;

import garim.cli.settings.Reasons;
import garim.engine.frame.EngineException;
import garim.engine.frame.ErrorCode;
import garim.engine.media.WriteSettings;
import garim.engine.pipeline.FileHash;
import garim.engine.pipeline.HashedFile;
import garim.engine.pipeline.LiftCertificate;
import garim.engine.pipeline.MaskLift;
import garim.engine.pipeline.Progress;
import garim.engine.seal.HolderKeys;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code garim unseal}: lifts the masks of some tracks with the keys of both holders, and writes down that it did. */
@Command(name = "unseal", resourceBundle = GarimCommand.HELP)
final class UnsealCommand implements Callable<Integer> {
    private static final int HOLDERS = 2;

    @Mixin
    private CommonOptions common = new CommonOptions();

    @Option(names = "--video", required = true, paramLabel = "MASKED", descriptionKey = "MASKED")
    private Path masked = Path.of("");

    @Option(names = "--track", required = true, split = ",", paramLabel = "N", descriptionKey = "unseal.track")
    private List<Integer> tracks = new ArrayList<>();

    @Option(names = "--key", required = true, paramLabel = "FILE", descriptionKey = "unseal.key")
    private List<Path> keys = new ArrayList<>();

    @Option(names = "--reason", required = true, paramLabel = "CODE", descriptionKey = "unseal.reason")
    private String reason = "";

    @Option(names = "--by", required = true, paramLabel = "NAME")
    private String by = "";

    @Option(
            names = {"-o", "--output"},
            required = true,
            paramLabel = "PATH",
            descriptionKey = "to")
    private Path output = Path.of("");

    @Option(names = "--force")
    private boolean force;

    @Option(names = "--certificate", paramLabel = "FILE", descriptionKey = "unseal.certificate")
    private Optional<Path> certificate = Optional.empty();

    @Option(names = "--no-certificate", descriptionKey = "unseal.no-certificate")
    private boolean isLeftOut;

    @Mixin
    private KeyOptions signing = new KeyOptions();

    @Parameters(paramLabel = "SIDECAR", descriptionKey = "unseal.SIDECAR")
    private Path sidecar = Path.of("");

    private final Console console;

    UnsealCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        requireSensible();
        Reporter reporter = console.reporter(common.json);
        Progress progress = console.progress(reporter, masked.toString());
        LiftLog log = new LiftLog(sidecar);
        List<PrivateKey> holders = keys.stream().map(HolderKeys::readPrivate).toList();
        HashedFile video = HashedFile.of(masked);
        MaskLift.Request request = new MaskLift.Request(sidecar, video, new TreeSet<>(tracks), holders);
        LiftCertifying certifying = LiftCertifying.prepare(
                isLeftOut ? Optional.empty() : certified(), signing, video, decision(), progress);
        MaskLift.Result result = new MaskLift(progress)
                .run(request, output, WriteSettings.forFile(output), force, (part, lifted) -> {
                    certifying.accept(part, output, lifted);
                    log.append(entry(lifted.maskedSha256(), FileHash.sha256(part)));
                });
        certifying.write(output);
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("input", masked.toString());
        facts.put("output", output.toString());
        facts.put("tracks", new TreeSet<>(tracks));
        facts.put("frames", result.frames());
        facts.put("liftedFrames", result.liftedFrames());
        facts.put("log", log.file().toString());
        facts.put("over", result.over());
        reporter.done("unsealed", facts, sentence(result, log));
        if (!certifying.isWanted()) {
            reporter.warn(output.toString(), console.messages().text("warn.liftUncertified"));
        }
        if (!result.over().isEmpty()) {
            reporter.warn(
                    masked.toString(),
                    console.messages().text("warn.over", result.over().toString()));
        }
        return ExitCode.OK;
    }

    private LiftCertificate.Decision decision() {
        return new LiftCertificate.Decision(new TreeSet<>(tracks), reason, by);
    }

    /** The certificate of the masked video: the one that was named, or the one beside it. */
    private Optional<Path> certified() {
        Path beside = masked.resolveSibling(masked.getFileName() + OutputNames.CERTIFICATE_ENDING);
        return certificate.or(() -> Optional.of(beside).filter(Files::exists));
    }

    private void requireSensible() {
        if (keys.size() != HOLDERS || keys.get(0).equals(keys.get(1))) {
            throw new EngineException(
                    ErrorCode.SEAL_KEY_WRONG, sidecar.toString(), "two different keys are needed, not " + keys.size());
        }
        if (by.isBlank() || reason.isBlank()) {
            throw new IllegalArgumentException(console.messages().text("usage.unseal"));
        }
        Reasons.usual().require(reason);
    }

    private Map<String, Object> entry(String maskedSha256, String outputSha256) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("at", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
        entry.put("by", by);
        entry.put("reason", reason);
        entry.put("tracks", new TreeSet<>(tracks));
        entry.put("program", Version.PROGRAM);
        entry.put("sidecarSha256", FileHash.sha256(sidecar));
        entry.put("maskedSha256", maskedSha256);
        entry.put("outputSha256", outputSha256);
        return entry;
    }

    private String sentence(MaskLift.Result result, LiftLog log) {
        return console.messages()
                .text(
                        "unsealed",
                        output,
                        new TreeSet<>(tracks).toString(),
                        result.liftedFrames(),
                        result.frames(),
                        log.file());
    }
}
