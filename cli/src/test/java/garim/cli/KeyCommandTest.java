package garim.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import garim.engine.proof.certificate.Keyring;
import garim.engine.proof.certificate.PublicIdentity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The key can be shown, given away in half, and replaced; one that others can read is refused in a sentence. */
final class KeyCommandTest {
    @TempDir
    Path parent;

    private final Recording recording = new Recording();

    private int run(String... arguments) {
        List<String> all = Stream.concat(
                        Stream.of("key"), Stream.concat(Stream.of(arguments), Stream.of("--keys", folder().toString())))
                .toList();
        return GarimCommand.commandLine(recording.console()).execute(all.toArray(String[]::new));
    }

    private Path folder() {
        return parent.resolve("keys");
    }

    private PublicIdentity current() {
        return new Keyring(folder()).find().orElseThrow().publicKey();
    }

    @Test
    void showsTheKeyThatItMakesOnFirstUse() {
        assertEquals(ExitCode.OK, run("show"));
        assertTrue(recording.out().contains(current().id()), recording.out());
    }

    @Test
    void exportsThePublicHalfOnly() throws IOException {
        assertEquals(ExitCode.OK, run("export"));
        assertEquals(current(), PublicIdentity.ofPem(recording.out()));
        assertFalse(recording.out().contains("PRIVATE"));
        Path file = parent.resolve("office.pem");
        assertEquals(ExitCode.OK, run("export", "-o", file.toString()));
        assertEquals(current(), PublicIdentity.ofPem(Files.readString(file)));
        assertEquals(ExitCode.FAILED, run("export", "-o", file.toString()));
    }

    @Test
    void rotatesAndRemembers() {
        run("show");
        PublicIdentity first = current();
        assertEquals(ExitCode.OK, run("rotate"));
        assertFalse(current().equals(first));
        assertTrue(recording.out().contains("keys before it: " + first.id()), recording.out());
        assertEquals(
                first,
                new Keyring(folder()).find().orElseThrow().lineage().getFirst().by());
        run("rotate", "--compromised");
        assertEquals(List.of(), new Keyring(folder()).find().orElseThrow().lineage());
    }

    @Test
    void refusesAKeyThatOthersCanReadInOneSentence() throws IOException {
        run("show");
        Files.setPosixFilePermissions(
                folder().resolve("signing-key.pem"), PosixFilePermissions.fromString("rw-r--r--"));
        assertEquals(ExitCode.FAILED, run("show"));
        assertEquals(1, recording.errLines().size(), recording.err());
        assertTrue(recording.err().contains("chmod 600"), recording.err());
    }
}
