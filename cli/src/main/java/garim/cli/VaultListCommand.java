package garim.cli;

import garim.live.vault.VaultArchive;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code garim vault list}: tells which days a vault holds, and whether its log is whole. */
@Command(name = "list", resourceBundle = GarimCommand.HELP)
final class VaultListCommand implements Callable<Integer> {
    private static final double MEGABYTE = 1e6;

    @Mixin
    private CommonOptions common = new CommonOptions();

    @Parameters(paramLabel = "VAULT", descriptionKey = "vault.VAULT")
    private Path folder = Path.of("");

    private final Console console;
    private final InstantSource clock;

    VaultListCommand(Console console, InstantSource clock) {
        this.console = console;
        this.clock = clock;
    }

    @Override
    public Integer call() {
        VaultArchive archive = VaultArchive.open(folder, clock);
        Reporter reporter = console.reporter(common.json);
        for (VaultArchive.Day day : archive.days()) {
            Map<String, Object> facts = new LinkedHashMap<>();
            facts.put("day", day.day().toString());
            facts.put("keys", day.keys());
            facts.put("cameras", new TreeMap<>(day.cameras()));
            facts.put("bytes", day.bytes());
            String key = day.keys() > 0 ? "vault.day" : "vault.day.destroyed";
            reporter.done(
                    "vaultDay",
                    facts,
                    console.messages()
                            .text(
                                    key,
                                    day.day().toString(),
                                    new TreeMap<>(day.cameras()).toString(),
                                    day.bytes() / MEGABYTE));
        }
        OptionalInt broken = archive.brokenLogLine();
        if (broken.isPresent()) {
            reporter.warn(
                    archive.log().toString(),
                    console.messages().text("vault.log.broken", archive.log(), broken.getAsInt()));
            return ExitCode.REVIEW_NEEDED;
        }
        return ExitCode.OK;
    }
}
