package garim.cli;

import garim.live.vault.VaultArchive;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code garim vault destroy}: makes a day unreadable for everybody and for ever, and writes down that it did. */
@Command(name = "destroy", resourceBundle = GarimCommand.HELP)
final class VaultDestroyCommand implements Callable<Integer> {
    private static final double MEGABYTE = 1e6;

    @Mixin
    private CommonOptions common = new CommonOptions();

    @Option(names = "--day", required = true, paramLabel = "DAY", descriptionKey = "vault.day")
    private LocalDate day = LocalDate.EPOCH;

    @Option(names = "--reason", required = true, paramLabel = "TEXT", descriptionKey = "vault.reason")
    private String reason = "";

    @Option(names = "--by", required = true, paramLabel = "NAME")
    private String by = "";

    @Parameters(paramLabel = "VAULT", descriptionKey = "vault.VAULT")
    private Path folder = Path.of("");

    private final Console console;
    private final InstantSource clock;

    VaultDestroyCommand(Console console, InstantSource clock) {
        this.console = console;
        this.clock = clock;
    }

    @Override
    public Integer call() {
        VaultArchive archive = VaultArchive.open(folder, clock);
        VaultArchive.Destroyed destroyed = archive.destroy(day, by, reason);
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("day", destroyed.day().toString());
        facts.put("keys", destroyed.keys());
        facts.put("segments", destroyed.segments());
        facts.put("bytes", destroyed.bytes());
        facts.put("log", archive.log().toString());
        console.reporter(common.json)
                .done(
                        "vaultDestroyed",
                        facts,
                        console.messages()
                                .text(
                                        "vault.destroyed",
                                        destroyed.day().toString(),
                                        destroyed.segments(),
                                        destroyed.bytes() / MEGABYTE,
                                        archive.log()));
        return ExitCode.OK;
    }
}
