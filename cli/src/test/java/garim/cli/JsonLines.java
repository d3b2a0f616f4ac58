package garim.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Lines of JSON, each of which is what a published schema says. */
final class JsonLines {
    private JsonLines() {}

    /** Requires some lines, and of every one that it is of a schema of {@code docs/schema}. */
    static void requireSchema(String lines, String schema) throws IOException {
        Schema published = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Files.readString(Path.of("..", "docs", "schema", schema)));
        List<String> each = lines.lines().toList();
        assertFalse(each.isEmpty());
        for (String line : each) {
            assertEquals(List.of(), published.validate(line, InputFormat.JSON), line);
        }
        assertFalse(published
                .validate("{\"event\":\"row\",\"by\":7}", InputFormat.JSON)
                .isEmpty());
    }
}
