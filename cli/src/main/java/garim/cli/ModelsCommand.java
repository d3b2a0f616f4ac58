package garim.cli;

import garim.models.ModelCard;
import garim.models.ModelCatalogue;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code garim models}: lists the model weights with licence, checksum and source. */
@Command(name = "models", resourceBundle = GarimCommand.HELP)
final class ModelsCommand implements Callable<Integer> {
    @Mixin
    private CommonOptions common = new CommonOptions();

    private final Console console;

    ModelsCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Reporter reporter = console.reporter(common.json);
        for (ModelCard card : ModelCatalogue.cards()) {
            Map<String, Object> facts = facts(card);
            reporter.done("model", facts, table(facts));
        }
        return ExitCode.OK;
    }

    private static Map<String, Object> facts(ModelCard card) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("model", card.name());
        facts.put("kind", card.kind().name());
        facts.put("licence", card.weightsLicence());
        facts.put("codeLicence", card.codeLicence());
        facts.put(
                "from",
                card.sources().stream()
                        .map(source -> source.source().registry() + " "
                                + source.source().coordinates() + " " + source.path())
                        .collect(Collectors.joining(", ")));
        facts.put("attribution", card.attribution());
        facts.put("lineage", card.lineage());
        facts.put("bytes", card.bytes());
        facts.put("sha256", card.sha256());
        return facts;
    }

    private String table(Map<String, Object> facts) {
        return facts.entrySet().stream()
                        .map(fact ->
                                "%-12s %s".formatted(console.messages().text("fact." + fact.getKey()), fact.getValue()))
                        .collect(Collectors.joining(System.lineSeparator()))
                + System.lineSeparator();
    }
}
