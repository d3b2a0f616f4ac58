package garim.engine.proof.certificate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import garim.engine.frame.EngineException;
import garim.engine.frame.ErrorCode;
import garim.engine.frame.ModelUse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What was signed is told from everything else, to the last byte. */
final class CertificateTextTest {
    private static final Path SCHEMA = Path.of("..", "docs", "schema", "certificate-1.schema.json");

    private final CertificateText text = new CertificateText();
    private final SigningKey key = SigningKey.generate();
    private final String signed = text.sign(Certificates.full(), key);

    @Test
    void readsWhatItWrote() {
        SignedCertificate read = text.parse("x", signed);
        assertEquals(Certificates.full(), read.certificate());
        assertTrue(read.isGenuine());
        assertTrue(read.isSignedBy(key.publicKey()));
        assertEquals(signed, text.sign(read.certificate(), key));
    }

    @Test
    void aCertificateFromBeforeFacesCouldBeComparedIsReadAndWrittenAsItWas() {
        assertTrue(signed.contains("\"faceMatching\""), signed);
        Certificate full = Certificates.full();
        Certificate.Review review = new Certificate.Review(
                full.review().entries(),
                full.review().reviewers(),
                full.review().approver(),
                List.of());
        String old = text.sign(Certificates.with(review), key);
        assertFalse(old.contains("faceMatching"), old);
        SignedCertificate read = text.parse("x", old);
        assertTrue(read.isGenuine());
        assertEquals(review, read.certificate().review());
    }

    @Test
    void theDeviceIsToldOfModelsThatRanOnACardOnly() {
        Certificate full = Certificates.full();
        assertEquals(List.of("cuda"), devices(full.secondEyes().models()));
        assertEquals(List.of(""), devices(full.plan().models()));
        assertEquals(1, Pattern.compile("\"device\"").matcher(signed).results().count());
        assertEquals(full, text.parse("x", signed).certificate());
    }

    private static List<String> devices(List<ModelUse> models) {
        return models.stream().map(ModelUse::device).toList();
    }

    @Test
    void keepsToItsSchema() throws IOException {
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Files.readString(SCHEMA), InputFormat.JSON);
        assertEquals(List.of(), schema.validate(signed, InputFormat.JSON));
        String less = signed.replace("\"depth\":\"FULL\",", "");
        assertFalse(schema.validate(less, InputFormat.JSON).isEmpty());
    }

    @RepeatedTest(200)
    void doesNotBelieveACertificateOfWhichOneByteIsAnother(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        byte[] bytes = signed.getBytes(StandardCharsets.UTF_8);
        int place = random.nextInt(bytes.length);
        bytes[place] = (byte) (bytes[place] ^ (1 + random.nextInt(255)));
        requireNotBelieved(new String(bytes, StandardCharsets.UTF_8), "byte " + place);
    }

    @ParameterizedTest
    @CsvSource({
        "'\"framesExposed\":3', '\"framesExposed\":0'",
        "'\"needsReview\":true', '\"needsReview\":false'",
        "'\"reason\":\"subject\"', '\"reason\":\"order\"'",
        "'\"version\":1', '\"version\":1.0'",
        "'{\"certificate\"', '{ \"certificate\"'",
    })
    void doesNotBelieveACertificateThatWasEditedByHand(String was, String is) {
        assertTrue(signed.contains(was));
        requireNotBelieved(signed.replace(was, is), is);
    }

    private void requireNotBelieved(String changed, String what) {
        try {
            assertFalse(text.parse("x", changed).isGenuine(), what);
        } catch (EngineException e) {
            assertEquals(ErrorCode.CERTIFICATE_INVALID, e.code(), what);
        }
    }

    @Test
    void doesNotBelieveAKeyThatWasPutInThePlaceOfAnother() {
        SigningKey stranger = SigningKey.generate();
        String exchanged = signed.replace(
                        key.publicKey().encoded(), stranger.publicKey().encoded())
                .replace(key.publicKey().id(), stranger.publicKey().id());
        assertFalse(text.parse("x", exchanged).isGenuine());
        SignedCertificate resigned = text.parse("x", text.sign(Certificates.full(), stranger));
        assertTrue(resigned.isGenuine());
        assertFalse(resigned.isSignedBy(key.publicKey()));
    }

    @ParameterizedTest
    @CsvSource({"2, version 2 is not known; this program reads 1", "0, version 0 is not known; this program reads 1"})
    void refusesVersionsThatItDoesNotKnow(int version, String sentence) {
        String other = signed.replace("\"version\":1", "\"version\":" + version);
        EngineException e = assertThrows(EngineException.class, () -> text.parse("x", other));
        assertEquals(ErrorCode.CERTIFICATE_INVALID, e.code());
        assertEquals(sentence, e.detail());
    }

    @ParameterizedTest
    @CsvSource({"''", "'{}'", "'[]'", "'nonsense'", "'{\"certificate\":{\"version\":1},\"signature\":{}}'"})
    void refusesWhatIsNoCertificate(String other) {
        assertEquals(
                ErrorCode.CERTIFICATE_INVALID,
                assertThrows(EngineException.class, () -> text.parse("x", other))
                        .code());
    }

    @Test
    void holdsAfterItWasWrittenToAFile(@TempDir Path folder) {
        Path file = folder.resolve("certificate.json");
        text.write(Certificates.full(), key, file);
        assertTrue(text.read(file).isGenuine());
        assertEquals(
                ErrorCode.INPUT_MISSING,
                assertThrows(EngineException.class, () -> text.read(folder.resolve("none")))
                        .code());
    }
}
