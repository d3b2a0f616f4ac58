package garim.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import garim.cli.export.ExportErrorCode;
import garim.cli.settings.SettingsErrorCode;
import garim.engine.frame.ErrorCode;
import garim.engine.pipeline.Verification;
import garim.live.LiveException;
import garim.models.ModelErrorCode;
import garim.paper.PaperErrorCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page of error codes names exactly the codes that there are. */
final class ErrorCodesTest {
    private static final Path PAGE = Path.of("..", "docs", "error-codes.md");

    @Test
    void listsEveryCodeWithMeaningAndAdvice() throws IOException {
        Set<String> known = Stream.<Enum<?>[]>of(
                        ErrorCode.values(),
                        ModelErrorCode.values(),
                        SettingsErrorCode.values(),
                        PaperErrorCode.values(),
                        ExportErrorCode.values(),
                        LiveException.Code.values())
                .flatMap(Arrays::stream)
                .map(Enum::name)
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> listed = Files.readAllLines(PAGE).stream()
                .filter(line -> line.matches("\\| `[A-Z_]+` \\| .+\\. \\| .+\\. \\|"))
                .map(line -> line.substring(3, line.indexOf('`', 3)))
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(known, listed);
    }

    @Test
    void listsEveryExitCode() throws IOException {
        String page = Files.readString(PAGE);
        for (int code : List.of(
                ExitCode.OK,
                ExitCode.FAILED,
                ExitCode.USAGE,
                ExitCode.REVIEW_NEEDED,
                ExitCode.EXPIRED,
                ExitCode.DEFECT,
                ExitCode.CANCELLED)) {
            assertTrue(
                    Pattern.compile("(?m)^\\| " + code + " \\| ").matcher(page).find(), "exit code " + code);
        }
    }

    @Test
    void everyFaultOfACertificateHasACodeOfItsOwnAndASentenceInEveryLanguage() throws IOException {
        String page = Files.readString(PAGE);
        Set<Integer> codes = new TreeSet<>();
        for (Verification.Kind kind : Verification.Kind.values()) {
            codes.add(ExitCode.of(kind));
            assertTrue(page.contains("| " + ExitCode.of(kind) + " | `" + kind + "` |"), kind.name());
            for (Locale locale : Messages.LANGUAGES) {
                String sentence = Messages.of(locale).text("verify." + kind, "clip.mp4", "why");
                assertTrue(sentence.contains("clip.mp4") && sentence.contains("why"), sentence);
            }
        }
        assertEquals(Verification.Kind.values().length, codes.size());
    }
}
