package garim.cli;

import garim.cli.export.DeliveryNote;
import garim.cli.export.ExportReader;
import garim.cli.export.PackedFile;
import garim.cli.export.Password;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code garim open}: unpacks an export after checking all that is in it. */
@Command(name = "open", resourceBundle = GarimCommand.HELP)
final class OpenCommand implements Callable<Integer> {
    @Mixin
    private CommonOptions common = new CommonOptions();

    @Mixin
    private PasswordOptions passwords = new PasswordOptions();

    @Option(
            names = {"-o", "--output"},
            required = true,
            paramLabel = "FOLDER",
            descriptionKey = "open.output")
    private Path folder = Path.of("");

    @Option(names = "--expired-too")
    private boolean expiredToo;

    @Parameters(paramLabel = "FILE", descriptionKey = "open.FILE")
    private Path file = Path.of("");

    private final Console console;

    OpenCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Reporter reporter = console.reporter(common.json);
        LocalDate today = LocalDate.now(ZoneId.systemDefault());
        try (Password password = passwords.known(console)) {
            DeliveryNote note = new ExportReader(console.interruption()::isRequested)
                    .open(file, password, folder, expiredToo ? Optional.empty() : Optional.of(today));
            reporter.done("opened", facts(note), sentence(note));
            if (note.isExpiredOn(today)) {
                reporter.warn(
                        file.toString(),
                        console.messages().text("warn.expired", note.expires().toString()));
            }
        }
        return ExitCode.OK;
    }

    private Map<String, Object> facts(DeliveryNote note) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("input", file.toString());
        facts.put("output", folder.toString());
        facts.put("recipient", note.recipient());
        facts.put("request", note.request());
        facts.put("expires", note.expires().toString());
        facts.put("files", note.files().stream().map(PackedFile::name).toList());
        return facts;
    }

    private String sentence(DeliveryNote note) {
        return console.messages()
                .text(
                        "opened",
                        folder,
                        note.files().size(),
                        note.recipient(),
                        note.request(),
                        note.expires().toString());
    }
}
