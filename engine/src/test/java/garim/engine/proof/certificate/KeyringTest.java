package garim.engine.proof.certificate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import garim.engine.frame.EngineException;
import garim.engine.frame.ErrorCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The signing key is its owner's alone, is made once, and is remembered after it was replaced. */
final class KeyringTest {
    @TempDir
    Path parent;

    private Path folder = Path.of("");
    private Keyring keyring = new Keyring(Path.of(""));

    @BeforeEach
    void name() {
        folder = parent.resolve("settings").resolve("keys");
        keyring = new Keyring(folder);
    }

    private static String rights(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    private static void chmod(Path path, String rights) throws IOException {
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(rights));
    }

    @Test
    void makesAKeyOnFirstUseThatOnlyItsOwnerCanRead() throws IOException {
        assertEquals(Optional.empty(), keyring.find());
        SigningKey key = keyring.require();
        assertEquals("rwx------", rights(folder));
        assertEquals("rw-------", rights(folder.resolve("signing-key.pem")));
        assertEquals(key.publicKey(), keyring.require().publicKey());
        byte[] message = {1, 2, 3};
        assertTrue(key.publicKey().verifies(message, keyring.require().sign(message)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"rw-r-----", "rw----r--", "rw--w----", "rw-rw-rw-"})
    void refusesAKeyThatOthersHaveRightsTo(String rights) throws IOException {
        keyring.require();
        chmod(folder.resolve("signing-key.pem"), rights);
        EngineException e = assertThrows(EngineException.class, keyring::require);
        assertEquals(ErrorCode.KEY_EXPOSED, e.code());
        assertTrue(e.detail().contains(rights) && e.subject().contains("signing-key.pem"), e.getMessage());
        assertEquals(
                ErrorCode.KEY_EXPOSED,
                assertThrows(EngineException.class, () -> keyring.rotate(true)).code());
    }

    @ParameterizedTest
    @ValueSource(strings = {"rwxr-xr-x", "rwx--x---", "rwx---rwx"})
    void refusesAFolderThatOthersHaveRightsTo(String rights) throws IOException {
        keyring.require();
        chmod(folder, rights);
        assertEquals(
                ErrorCode.KEY_EXPOSED,
                assertThrows(EngineException.class, keyring::require).code());
        chmod(folder, "rwx------");
        keyring.require();
    }

    @Test
    void makesNoKeyInAFolderThatOthersCanRead() throws IOException {
        Files.createDirectories(folder);
        chmod(folder, "rwxr-xr-x");
        assertEquals(
                ErrorCode.KEY_EXPOSED,
                assertThrows(EngineException.class, keyring::require).code());
        assertFalse(Files.exists(folder.resolve("signing-key.pem")));
    }

    @Test
    void exportsAKeyThatReadsBackTheSame() {
        PublicIdentity identity = keyring.require().publicKey();
        assertEquals(identity, PublicIdentity.ofPem(identity.pem()));
        assertTrue(identity.id().matches("[0-9a-f]{32}"));
        assertThrows(IllegalArgumentException.class, () -> PublicIdentity.ofPem("nothing"));
        assertThrows(IllegalArgumentException.class, () -> PublicIdentity.ofEncoded("AAAA"));
    }

    @Test
    void keepsTheOldPublicKeyAndLetsTheOldKeyVouchForTheNew() {
        PublicIdentity first = keyring.require().publicKey();
        PublicIdentity second = keyring.rotate(true).publicKey();
        SigningKey third = keyring.rotate(true);
        assertEquals(3, Stream.of(first, second, third.publicKey()).distinct().count());
        assertEquals(
                List.of(first, second).stream().map(PublicIdentity::id).sorted().toList(),
                keyring.retired().stream().map(PublicIdentity::id).sorted().toList());
        SignedCertificate read =
                new CertificateText().parse("x", new CertificateText().sign(Certificates.full(), third));
        assertTrue(read.isGenuine());
        assertTrue(read.isSignedBySuccessorOf(first));
        assertTrue(read.isSignedBySuccessorOf(second));
        assertFalse(read.isSignedBy(first));
        assertFalse(read.isSignedBySuccessorOf(SigningKey.generate().publicKey()));
    }

    @Test
    void doesNotLetAKeyVouchThatOthersMayHave() {
        PublicIdentity first = keyring.require().publicKey();
        SigningKey second = keyring.rotate(false);
        assertEquals(List.of(), second.lineage());
        assertEquals(List.of(first), keyring.retired());
        SignedCertificate read =
                new CertificateText().parse("x", new CertificateText().sign(Certificates.full(), second));
        assertFalse(read.isSignedBySuccessorOf(first));
    }

    @Test
    void doesNotBelieveAWordThatTheOldKeyNeverGave() {
        SigningKey old = SigningKey.generate();
        SigningKey impostor = SigningKey.generate();
        Endorsement forged = new Endorsement(
                old.publicKey(),
                impostor.publicKey(),
                impostor.endorse(impostor.publicKey()).signature());
        SigningKey dressed = new SigningKey(impostor.secret(), impostor.publicKey(), List.of(forged));
        SignedCertificate read =
                new CertificateText().parse("x", new CertificateText().sign(Certificates.full(), dressed));
        assertTrue(read.isGenuine());
        assertFalse(read.isSignedBySuccessorOf(old.publicKey()));
    }

    @ParameterizedTest
    @CsvSource({"PRIVATE, PUBLIC", "'-----END PRIVATE KEY-----', ''", "'PUBLIC KEY', 'SOME KEY'"})
    void refusesADamagedKey(String was, String is) throws IOException {
        keyring.require();
        Path file = folder.resolve("signing-key.pem");
        Files.writeString(file, Files.readString(file).replace(was, is));
        assertEquals(
                ErrorCode.KEY_INVALID,
                assertThrows(EngineException.class, keyring::find).code());
    }

    @Test
    void refusesTwoHalvesThatDoNotBelongTogether() throws IOException {
        keyring.require();
        Path file = folder.resolve("signing-key.pem");
        String text = Files.readString(file);
        String other = SigningKey.generate().publicKey().pem();
        Files.writeString(file, text.substring(0, text.indexOf("-----BEGIN PUBLIC")) + other);
        assertEquals(
                ErrorCode.KEY_INVALID,
                assertThrows(EngineException.class, keyring::find).code());
    }

    @Test
    void makesOneKeyThoughManyAskForTheFirst() {
        List<String> ids = IntStream.range(0, 16)
                .parallel()
                .mapToObj(i -> new Keyring(folder).require().publicKey().id())
                .distinct()
                .toList();
        assertEquals(1, ids.size());
        assertNotEquals(ids.getFirst(), keyring.rotate(true).publicKey().id());
    }
}
