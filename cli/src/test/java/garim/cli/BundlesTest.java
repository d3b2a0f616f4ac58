package garim.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import garim.cli.export.ExportErrorCode;
import garim.cli.settings.SettingsErrorCode;
import garim.engine.frame.ErrorCode;
import garim.engine.pipeline.Stage;
import garim.models.ModelErrorCode;
import garim.paper.PaperErrorCode;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;

/** Whoever reads Korean or Indonesian is told as much as whoever reads English. */
final class BundlesTest {
    private static final String MESSAGES = "garim.cli.messages";
    private static final Pattern PLACE = Pattern.compile("\\{(\\d+)|\\$\\{[A-Z-]+}");

    static List<Locale> languages() {
        return Messages.LANGUAGES;
    }

    private static Set<String> keys(String name, Locale locale) {
        return new TreeSet<>(Messages.bundle(name, locale).keySet());
    }

    private static Set<String> places(String text) {
        return PLACE.matcher(text).results().map(MatchResult::group).collect(Collectors.toCollection(TreeSet::new));
    }

    @ParameterizedTest
    @ValueSource(strings = {MESSAGES, GarimCommand.HELP})
    void allLanguagesSayTheSameThings(String name) {
        ResourceBundle english = Messages.bundle(name, Locale.ENGLISH);
        for (Locale locale : Messages.LANGUAGES) {
            ResourceBundle bundle = Messages.bundle(name, locale);
            assertEquals(keys(name, Locale.ENGLISH), keys(name, locale));
            for (String key : bundle.keySet()) {
                assertEquals(places(english.getString(key)), places(bundle.getString(key)), locale + " " + key);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {MESSAGES, GarimCommand.HELP})
    void noLanguageFallsBackToEnglish(String name) {
        for (Locale locale : Messages.LANGUAGES) {
            if (!locale.equals(Locale.ENGLISH)) {
                ResourceBundle bundle = Messages.bundle(name, locale);
                assertEquals(locale.getLanguage(), bundle.getLocale().getLanguage());
                long same = bundle.keySet().stream()
                        .filter(key -> bundle.getString(key).length() > 25)
                        .filter(key -> !bundle.getString(key).strip().startsWith("garim "))
                        .filter(key -> bundle.getString(key)
                                .equals(Messages.bundle(name, Locale.ENGLISH).getString(key)))
                        .count();
                assertEquals(0, same, locale.toString());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("languages")
    void everySentenceIsAValidPattern(Locale locale) {
        ResourceBundle bundle = Messages.bundle(MESSAGES, locale);
        for (String key : bundle.keySet()) {
            String text = new MessageFormat(bundle.getString(key), locale).format(new Object[] {1, 2, 3, 4, 5, 6});
            assertFalse(text.isBlank(), key);
            assertFalse(text.contains("{"), key + ": " + text);
        }
    }

    @ParameterizedTest
    @MethodSource("languages")
    void everyFailureAndStageHasASentence(Locale locale) {
        Messages messages = Messages.of(locale);
        Stream.<Enum<?>[]>of(
                        ErrorCode.values(),
                        ModelErrorCode.values(),
                        SettingsErrorCode.values(),
                        PaperErrorCode.values(),
                        ExportErrorCode.values())
                .flatMap(Arrays::stream)
                .map(Enum::name)
                .forEach(code -> {
                    String sentence = new Failure(code, "clip.mp4", "why").sentence(messages);
                    assertTrue(sentence.contains("clip.mp4") || sentence.contains("why"), sentence);
                });
        for (Stage stage : Stage.values()) {
            assertTrue(messages.text("stage." + stage.name(), "clip.mp4").contains("clip.mp4"));
        }
    }

    @ParameterizedTest
    @MethodSource("languages")
    void everyCommandAndOptionIsExplained(Locale locale) {
        CommandLine garim = GarimCommand.commandLine(new Recording().console(locale));
        garim.setResourceBundle(Messages.bundle(GarimCommand.HELP, locale));
        withAllBelow(garim).forEach(BundlesTest::requireExplained);
    }

    private static Stream<CommandLine> withAllBelow(CommandLine command) {
        return Stream.concat(
                Stream.of(command), command.getSubcommands().values().stream().flatMap(BundlesTest::withAllBelow));
    }

    private static void requireExplained(CommandLine command) {
        String name = command.getCommandName();
        assertFalse(
                String.join("", command.getCommandSpec().usageMessage().description())
                        .isBlank(),
                name);
        for (ArgSpec argument : command.getCommandSpec().args()) {
            assertFalse(String.join("", argument.description()).isBlank(), name + " " + argument);
        }
    }

    @Test
    void anUnknownLanguageReadsEnglish() {
        assertEquals("yes", Messages.of(Locale.FRENCH).text("yes"));
    }
}
