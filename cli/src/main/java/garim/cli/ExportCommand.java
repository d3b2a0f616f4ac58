package garim.cli;

import garim.cli.export.Delivery;
import garim.cli.export.DeliveryNote;
import garim.cli.export.ExportWriter;
import garim.cli.export.PackedFile;
import garim.cli.export.Password;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code garim export}: packs a masked file and what proves it into one file under a password. */
@Command(name = "export", resourceBundle = GarimCommand.HELP)
final class ExportCommand implements Callable<Integer> {
    @Mixin
    private CommonOptions common = new CommonOptions();

    @Mixin
    private PasswordOptions passwords = new PasswordOptions();

    @Option(names = "--to", required = true, paramLabel = "FILE")
    private Path target = Path.of("");

    @Option(names = "--recipient", required = true, paramLabel = "TEXT")
    private String recipient = "";

    @Option(names = "--request", required = true, paramLabel = "TEXT")
    private String request = "";

    @Option(names = "--expires", required = true, paramLabel = "DATE")
    private LocalDate expires = LocalDate.MIN;

    @Option(names = "--certificate", paramLabel = "FILE", descriptionKey = "export.certificate")
    private Optional<Path> certificate = Optional.empty();

    @Option(names = "--log", paramLabel = "FILE", descriptionKey = "export.log")
    private List<Path> logs = new ArrayList<>();

    @Option(names = "--plan", paramLabel = "FILE", descriptionKey = "export.plan")
    private Optional<Path> plan = Optional.empty();

    @Option(names = "--force")
    private boolean force;

    @Parameters(paramLabel = "MASKED", descriptionKey = "MASKED")
    private Path masked = Path.of("");

    private final Console console;

    ExportCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Messages messages = console.messages();
        Reporter reporter = console.reporter(common.json);
        if (expires.isBefore(LocalDate.now(ZoneId.systemDefault()))) {
            throw new IllegalArgumentException(messages.text("usage.expires", expires.toString()));
        }
        ExportContents contents = new ExportContents(masked, certificate, logs, plan);
        Delivery delivery = new Delivery(recipient, request, expires, Instant.now(), Version.PROGRAM);
        try (Password password = passwords.chosen(console)) {
            password.requireStrong();
            DeliveryNote note = new ExportWriter(console.interruption()::isRequested)
                    .write(delivery, contents.sources(messages), password, target, force);
            reporter.done("exported", facts(note), sentence(note));
        }
        if (!contents.hasCertificate()) {
            reporter.warn(masked.toString(), messages.text("warn.uncertified"));
        }
        return ExitCode.OK;
    }

    private Map<String, Object> facts(DeliveryNote note) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("input", masked.toString());
        facts.put("output", target.toString());
        facts.put("expires", note.expires().toString());
        facts.put("files", note.files().stream().map(PackedFile::name).toList());
        return facts;
    }

    private String sentence(DeliveryNote note) {
        return console.messages()
                .text("exported", target, note.files().size(), note.expires().toString());
    }
}
