package garim.cli;

import garim.cli.settings.Profile;
import garim.cli.settings.Profiles;
import garim.engine.frame.MaskRule;
import garim.engine.frame.TargetKind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code garim profiles}: tells what the profiles mask, how and why. */
@Command(name = "profiles", resourceBundle = GarimCommand.HELP)
final class ProfilesCommand implements Callable<Integer> {
    private static final int PERCENT = 100;

    @Mixin
    private CommonOptions common = new CommonOptions();

    @Option(names = "--as-file")
    private boolean asFile;

    @Parameters(
            arity = "0..*",
            paramLabel = "PROFILE",
            descriptionKey = "PROFILE",
            completionCandidates = ProfileOptions.Names.class)
    private List<String> wanted = new ArrayList<>();

    private final Console console;

    ProfilesCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Reporter reporter = console.reporter(common.json);
        for (String name : wanted.isEmpty() ? Profiles.names() : wanted) {
            Profile profile = Profiles.find(name);
            if (asFile) {
                console.out().print(Profiles.source(name));
            } else {
                reporter.done("profile", facts(profile), sentences(profile));
            }
        }
        return ExitCode.OK;
    }

    private Map<String, Object> facts(Profile profile) {
        Locale locale = console.messages().locale();
        Map<String, Object> masks = new LinkedHashMap<>();
        profile.rules()
                .forEach((kind, rule) ->
                        masks.put(kind.name(), Map.of("style", rule.style().name(), "margin", rule.margin())));
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("profile", profile.name());
        facts.put("summary", profile.summary(locale));
        facts.put("masks", masks);
        facts.put("heads", profile.heads().name());
        facts.put("why", profile.why(locale));
        return facts;
    }

    private String sentences(Profile profile) {
        Messages messages = console.messages();
        Locale locale = messages.locale();
        String masks = profile.rules().entrySet().stream()
                .map(rule -> rule(rule.getKey(), rule.getValue()))
                .collect(Collectors.joining(", "));
        return String.join(
                        System.lineSeparator(),
                        "%-10s %s".formatted(profile.name(), profile.summary(locale)),
                        "  " + messages.text("profile.masks", masks),
                        "  " + messages.text("profile.heads." + profile.heads()),
                        "  " + profile.why(locale))
                + System.lineSeparator();
    }

    private String rule(TargetKind kind, MaskRule rule) {
        Messages messages = console.messages();
        return messages.text(
                "profile.rule",
                messages.text("kind." + kind),
                messages.text("style." + rule.style()),
                Math.round(rule.margin() * PERCENT));
    }
}
