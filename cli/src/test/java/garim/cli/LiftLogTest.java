package garim.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import garim.engine.pipeline.FileHash;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LiftLogTest {
    @TempDir
    private Path folder;

    private Path book = Path.of("");
    private LiftLog log = new LiftLog(Path.of("clip.seal"));

    @BeforeEach
    void opensABook() {
        log = new LiftLog(folder.resolve("clip.seal"));
        book = log.file();
    }

    @Test
    void everyLineCarriesTheHashOfTheBookBeforeIt() throws IOException {
        log.append(Map.of("by", "김하늘"));
        String before = FileHash.sha256(book);
        log.append(Map.of("by", "Budi"));
        List<String> lines = Files.readAllLines(book);
        assertEquals("{\"by\":\"김하늘\",\"before\":\"\"}", lines.get(0));
        assertEquals("{\"by\":\"Budi\",\"before\":\"" + before + "\"}", lines.get(1));
    }

    @Test
    void aTornLineStaysToBeSeenAndTheNextBeginsAfterIt() throws IOException {
        log.append(Map.of("by", "a"));
        Files.writeString(book, "{\"by\":\"to", StandardOpenOption.APPEND);
        log.append(Map.of("by", "b"));
        List<String> lines = Files.readAllLines(book);
        assertEquals(3, lines.size());
        assertEquals("{\"by\":\"to", lines.get(1));
        assertTrue(lines.get(2).startsWith("{\"by\":\"b\""));
    }
}
