package garim.cli.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Reviewers choose from a list of reasons, and a profile may bring another. */
final class ReasonsTest {
    private static final String HEAD = "version: 1\nname: office\nmasks: {face: {}}\n";
    private static final String OWN = HEAD + "reasons: {z-9: {en: Z, ko: 지}, a: {}}\n";

    @Test
    void everyUsualReasonHasANameInEveryLanguage() {
        Reasons.usual().names().forEach((code, names) -> assertEquals(Set.of("en", "ko", "id"), names.keySet(), code));
    }

    @Test
    void everyUsualReasonIsExplained() throws IOException {
        String page = Files.readString(Path.of("..", "docs", "review.md"));
        for (String code : Reasons.usual().codes()) {
            String row = "| `" + code + "` | " + Reasons.usual().name(code, Locale.ENGLISH) + " |";
            assertTrue(page.contains(row), row);
        }
    }

    @Test
    void aProfileBringsItsOwnInItsOrder() {
        Reasons own = ProfileText.parse("p.yaml", OWN).reasons();
        assertEquals(List.of("z-9", "a"), own.codes());
        assertEquals("지", own.name("z-9", Locale.KOREAN));
        assertEquals("Z", own.name("z-9", Locale.of("id")));
        assertEquals("a", own.name("a", Locale.ENGLISH));
        SettingsException refusal = assertThrows(SettingsException.class, () -> own.require("subject"));
        assertEquals(SettingsErrorCode.REASON_UNKNOWN, refusal.code());
    }

    @Test
    void aProfileWithoutReasonsHasTheUsualOnes() {
        assertEquals(Reasons.usual(), ProfileText.parse("p.yaml", HEAD).reasons());
    }

    @Test
    void aProfileWithReasonsFollowsTheSchema() throws IOException {
        String schema = Files.readString(Path.of("..", "docs", "schema", "profile-1.schema.json"));
        assertEquals(
                List.of(),
                SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                        .getSchema(schema)
                        .validate(OWN, InputFormat.YAML));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "reasons: {}|no reason in the list",
                "reasons: {Big Boss: {en: x}}|is no code",
                "reasons: {a: {fr: x}}|under en, ko and id",
                "reasons: {a: null}|under en, ko and id",
                "reasons: {a: {en: null}}|under en, ko and id",
                "reasons: [a, b]|reasons",
            })
    void aWrongListIsRefusedWithThePlace(String reasons, String why) {
        SettingsException refusal =
                assertThrows(SettingsException.class, () -> ProfileText.parse("p.yaml", HEAD + reasons + "\n"));
        assertEquals(SettingsErrorCode.PROFILE_INVALID, refusal.code());
        assertTrue(refusal.detail().contains(why), refusal::detail);
    }
}
