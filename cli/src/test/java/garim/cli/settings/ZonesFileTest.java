package garim.cli.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import garim.engine.frame.EngineException;
import garim.engine.frame.ErrorCode;
import garim.engine.zone.Zone;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files of zones are read like zones on the command line. */
final class ZonesFileTest {
    @TempDir
    private Path folder;

    private List<Zone> read(String ending, String text) throws IOException {
        return ZonesFile.read(Files.writeString(folder.resolve("zones" + ending), text));
    }

    @Test
    void readsYamlAndJson() throws IOException {
        String yaml = "zones:\n  - \"1,2,3,4\"  # keypad\n  - 5s..8s:1,2,3,4\n";
        String json = "{\"zones\": [\"1,2,3,4\", \"5s..8s:1,2,3,4\"]}";
        assertEquals(read(".yaml", yaml), read(".json", json));
        assertEquals(2, read(".yml", yaml).size());
        String schema = Files.readString(Path.of("..", "docs", "schema", "zones-1.schema.json"));
        assertEquals(
                List.of(),
                SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                        .getSchema(schema)
                        .validate(json, InputFormat.JSON));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "zones: []|no zone",
                "''|empty",
                "zone: []|at \"zone\"",
                "zones: [\"1,2,3\"]|zone 1",
                "zones: [\"1,2,3,4\", \"1,2\"]|zone 2",
                "zones: [5s..8s: 1]|quotes",
                "zones: [1]|zone 1",
                "zones: 5|quotes",
            })
    void refusesAWrongFileAndSaysWhere(String text, String reason) {
        EngineException refusal = assertThrows(EngineException.class, () -> read(".yaml", text));
        assertEquals(ErrorCode.ZONE_INVALID, refusal.code());
        assertTrue(refusal.subject().endsWith("zones.yaml"));
        assertTrue(refusal.detail().contains(reason), refusal.detail());
    }

    @Test
    void namesAFileThatIsNotThere() {
        assertEquals(
                ErrorCode.INPUT_MISSING,
                assertThrows(EngineException.class, () -> ZonesFile.read(folder.resolve("no.yaml")))
                        .code());
    }

    @Test
    void theExamplesOfThePageAreZones() throws IOException {
        String page = Files.readString(Path.of("..", "docs", "zones.md"));
        try (Stream<String> rows = page.lines()) {
            List<String> examples = rows.filter(
                            row -> row.startsWith("| `") && row.contains(",") && !row.contains("1:02:03"))
                    .map(row -> row.substring(3, row.indexOf('`', 3)))
                    .toList();
            assertTrue(examples.size() > 6, examples.toString());
            examples.forEach(garim.engine.zone.ZoneText::parse);
        }
        String file = page.substring(page.indexOf("```yaml\n") + 8);
        assertEquals(3, read(".yaml", file.substring(0, file.indexOf("```"))).size());
    }
}
