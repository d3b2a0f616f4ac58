package garim.engine.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files are there whole or as they were, and nothing else is left. */
final class WholeFileTest {
    @TempDir
    private Path folder;

    @Test
    void writesWhatItIsGivenAndReplacesWhatWasThere() throws IOException {
        byte[] content = new byte[100_000];
        new Random(1).nextBytes(content);
        Path file = folder.resolve("file");
        WholeFile.write(file, content);
        assertArrayEquals(content, Files.readAllBytes(file));
        WholeFile.write(file, new byte[] {7});
        assertArrayEquals(new byte[] {7}, Files.readAllBytes(file));
        assertEquals(List.of("file"), names());
    }

    @Test
    void whatAKillLeftHalfWrittenDoesNotStandInTheWay() throws IOException {
        Path file = folder.resolve("file");
        Files.writeString(folder.resolve(".file.part"), "half");
        WholeFile.write(file, bytes("whole"));
        assertEquals("whole", Files.readString(file));
        assertEquals(List.of("file"), names());
    }

    @Test
    void whatCannotBeWrittenLeavesWhatWasThere() throws IOException {
        Path file = folder.resolve("file");
        WholeFile.write(file, bytes("before"));
        Files.createDirectories(folder.resolve(".file.part").resolve("in the way"));
        assertThrows(IOException.class, () -> WholeFile.write(file, bytes("after")));
        assertEquals("before", Files.readString(file));
    }

    @Test
    void aPrivateFileIsItsOwnersAlsoWhereOneWithMoreRightsWas() throws IOException {
        assumeTrue(WholeFile.hasRights(folder), "skipped: files have no rights here");
        Path file = folder.resolve("secret");
        WholeFile.write(file, bytes("open"));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw-rw-"));
        Files.writeString(folder.resolve(".secret.part"), "left by somebody else");
        WholeFile.writePrivate(file, bytes("closed"));
        assertEquals("closed", Files.readString(file));
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    }

    @Test
    void aFileIsPublishedInThePlaceOfAnother() throws IOException {
        Path part = Files.writeString(folder.resolve("part"), "new");
        Path file = Files.writeString(folder.resolve("file"), "old");
        WholeFile.publish(part, file);
        assertEquals("new", Files.readString(file));
        assertFalse(Files.exists(part));
        assertTrue(Files.exists(file));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
