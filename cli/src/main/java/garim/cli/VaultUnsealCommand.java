package garim.cli;

import garim.cli.settings.Reasons;
import garim.engine.seal.HolderKeys;
import garim.live.vault.VaultArchive;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code garim vault unseal}: opens a stretch of originals with the keys of both holders, and writes down that it did. */
@Command(name = "unseal", resourceBundle = GarimCommand.HELP)
final class VaultUnsealCommand implements Callable<Integer> {
    @Mixin
    private CommonOptions common = new CommonOptions();

    @Option(names = "--camera", required = true, paramLabel = "NAME", descriptionKey = "vault.camera")
    private String camera = "";

    @Option(names = "--from", required = true, paramLabel = "TIME", descriptionKey = "vault.from")
    private String from = "";

    @Option(names = "--to", required = true, paramLabel = "TIME", descriptionKey = "vault.to")
    private String to = "";

    @Option(names = "--key", required = true, paramLabel = "FILE", descriptionKey = "unseal.key")
    private List<Path> keys = new ArrayList<>();

    @Option(names = "--reason", required = true, paramLabel = "CODE", descriptionKey = "unseal.reason")
    private String reason = "";

    @Option(names = "--by", required = true, paramLabel = "NAME")
    private String by = "";

    @Option(
            names = {"-o", "--output"},
            required = true,
            paramLabel = "FOLDER",
            descriptionKey = "vault.output")
    private Path output = Path.of("");

    @Parameters(paramLabel = "VAULT", descriptionKey = "vault.VAULT")
    private Path folder = Path.of("");

    private final Console console;
    private final InstantSource clock;

    VaultUnsealCommand(Console console, InstantSource clock) {
        this.console = console;
        this.clock = clock;
    }

    @Override
    public Integer call() {
        Reasons.usual().require(reason);
        VaultArchive archive = VaultArchive.open(folder, clock);
        VaultArchive.Unsealed unsealed = archive.unseal(
                new VaultArchive.Request(camera, moment(from), moment(to), output, by, reason),
                keys.stream().map(HolderKeys::readPrivate).toList());
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("files", unsealed.files().stream().map(Path::toString).toList());
        facts.put("pictures", unsealed.pictures());
        facts.put("lacks", unsealed.lacks());
        facts.put("log", archive.log().toString());
        Reporter reporter = console.reporter(common.json);
        Messages messages = console.messages();
        reporter.done(
                "vaultUnsealed",
                facts,
                messages.text("vault.unsealed", unsealed.files().size(), unsealed.pictures(), output, archive.log()));
        unsealed.lacks().forEach(lack -> reporter.warn(folder.toString(), messages.text("vault.lacks", lack)));
        return unsealed.lacks().isEmpty() ? ExitCode.OK : ExitCode.REVIEW_NEEDED;
    }

    /** A moment with an offset, or by the clock of this machine. */
    private Instant moment(String text) {
        try {
            boolean isPlain = text.matches("[0-9-]+T[0-9:.]+");
            return isPlain
                    ? LocalDateTime.parse(text).atZone(ZoneId.systemDefault()).toInstant()
                    : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(console.messages().text("vault.moment", text), e);
        }
    }
}
