package garim.engine.seal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import garim.engine.frame.EngineException;
import garim.engine.frame.ErrorCode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPair;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SealTest {
    private static final String MASKED = "ab".repeat(32);
    private static final byte[] FACE = "the face of one".repeat(20).getBytes(StandardCharsets.US_ASCII);
    private static final byte[] OTHER = "the face of another".repeat(20).getBytes(StandardCharsets.US_ASCII);
    private static final byte[] BOTH = "where both are".repeat(20).getBytes(StandardCharsets.US_ASCII);

    @TempDir
    private Path folder;

    private final KeyPair court = HolderKeys.newPair();
    private final KeyPair operator = HolderKeys.newPair();
    private final SealHeader header = new SealHeader(
            "test",
            "2026-03-01T12:00:00Z",
            "cd".repeat(32),
            640,
            360,
            List.of(court.getPublic(), operator.getPublic()));
    private Path sidecar = Path.of("");

    @BeforeEach
    void sealsThreeFrames() {
        sidecar = folder.resolve("clip.seal");
        try (SealWriter writer = SealWriter.create(sidecar, header)) {
            for (int frame = 0; frame < 3; frame++) {
                writer.add(frame, List.of(1), FACE);
                writer.add(frame, List.of(2), OTHER);
                writer.add(frame, List.of(1, 2), BOTH);
            }
            writer.finish(MASKED);
        }
    }

    private List<List<Integer>> opened(int frame, Integer... tracks) {
        try (SealReader reader = SealReader.open(sidecar)) {
            reader.unlock(Set.of(tracks), court.getPrivate(), operator.getPrivate());
            return reader.at(frame).stream().map(SealReader.Cover::tracks).toList();
        }
    }

    private void requireFailure(ErrorCode code, KeyPair one, KeyPair other, int track) {
        EngineException refused = assertThrows(EngineException.class, () -> {
            try (SealReader reader = SealReader.open(sidecar)) {
                reader.unlock(Set.of(track), one.getPrivate(), other.getPrivate());
                for (int frame = 0; frame < 3; frame++) {
                    reader.at(frame);
                }
            }
        });
        assertEquals(code, refused.code(), refused::toString);
    }

    /** Changes the records as somebody would who knows the format, and closes the sidecar again as it should be. */
    private void rewrite(UnaryOperator<List<SealRecord>> change) throws IOException {
        byte[] magic = SealHeader.MAGIC.getBytes(StandardCharsets.US_ASCII);
        List<SealRecord> records = new ArrayList<>();
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(Files.readAllBytes(sidecar)))) {
            assertArrayEquals(magic, in.readNBytes(magic.length));
            SealHeader.read(in);
            while (in.available() > 0) {
                records.add(SealRecord.read(in));
            }
        }
        records.removeLast();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.write(magic);
            out.write(header.bytes());
            for (SealRecord record : change.apply(records)) {
                record.write(out);
            }
            byte[] masked = MASKED.getBytes(StandardCharsets.US_ASCII);
            byte[] hash = SealHeader.sha256().digest(TrackKeys.joined(bytes.toByteArray(), masked));
            byte[] payload = TrackKeys.joined(masked, hash);
            new SealRecord(SealRecord.Type.CLOSE, 0, List.of(), ByteBuffer.wrap(payload)).write(out);
        }
        Files.write(sidecar, bytes.toByteArray());
    }

    @Test
    void bothHoldersTogetherGetBackWhatWasSealed() {
        try (SealReader reader = SealReader.open(sidecar)) {
            assertEquals(Set.of(1, 2), reader.tracks());
            assertEquals(MASKED, reader.maskedSha256());
            reader.unlock(Set.of(1), operator.getPrivate(), court.getPrivate());
            for (int frame = 0; frame < 3; frame++) {
                List<SealReader.Cover> covers = reader.at(frame);
                assertEquals(1, covers.size());
                assertEquals(ByteBuffer.wrap(FACE), covers.getFirst().clear());
            }
        }
    }

    @Test
    void oneHolderAloneLiftsNothing() {
        KeyPair stranger = HolderKeys.newPair();
        requireFailure(ErrorCode.SEAL_KEY_WRONG, court, court, 1);
        requireFailure(ErrorCode.SEAL_KEY_WRONG, operator, operator, 1);
        requireFailure(ErrorCode.SEAL_KEY_WRONG, court, stranger, 1);
        requireFailure(ErrorCode.SEAL_KEY_WRONG, stranger, operator, 1);
    }

    @Test
    void aShareAloneIsNotTheKey() {
        byte[] key = TrackKeys.create(new SecureRandom());
        byte[] wrapped = TrackKeys.wrap(key, 1, header, new SecureRandom());
        assertArrayEquals(
                key, TrackKeys.unwrap(wrapped, 1, header, List.of(court.getPrivate(), operator.getPrivate())));
        assertThrows(
                EngineException.class,
                () -> TrackKeys.unwrap(wrapped, 2, header, List.of(court.getPrivate(), operator.getPrivate())));
    }

    @Test
    void otherTracksStaySealedAndSoDoesWhatTheyCoverTogether() {
        assertEquals(List.of(List.of(1)), opened(1, 1));
        assertEquals(List.of(List.of(2)), opened(1, 2));
        assertEquals(List.of(List.of(1), List.of(2), List.of(1, 2)), opened(1, 1, 2));
    }

    @Test
    void theReaderSaysWhichMasksLieOverATrack() {
        try (SealReader reader = SealReader.open(sidecar)) {
            assertEquals(Set.of(2), reader.over(Set.of(1)));
            assertEquals(Set.of(), reader.over(Set.of(1, 2)));
        }
    }

    @Test
    void nothingOfThePixelsCanBeReadInTheFile() throws IOException {
        String raw = Files.readString(sidecar, StandardCharsets.ISO_8859_1);
        assertFalse(raw.contains("the face") || raw.contains("where both"));
    }

    @Test
    void anyChangedOrMissingByteIsFound() throws IOException {
        byte[] whole = Files.readAllBytes(sidecar);
        Random random = new Random(4);
        for (int run = 0; run < 300; run++) {
            byte[] changed = whole.clone();
            changed[random.nextInt(changed.length)] ^= (byte) (1 << random.nextInt(8));
            Files.write(sidecar, changed);
            assertThrows(EngineException.class, () -> opened(0, 1), "run " + run);
            Files.write(sidecar, Arrays.copyOf(whole, random.nextInt(whole.length)));
            assertThrows(EngineException.class, () -> opened(0, 1), "run " + run);
        }
    }

    @Test
    void aRecordThatWasTakenOutIsMissedAlsoWhenTheFileIsClosedAgain() throws IOException {
        rewrite(records -> records.stream()
                .filter(record -> record.type() != SealRecord.Type.COVER || record.frame() != 1)
                .toList());
        requireFailure(ErrorCode.SEAL_INVALID, court, operator, 1);
    }

    @Test
    void aRecordThatWasMovedToAnotherFrameIsRefused() throws IOException {
        rewrite(records -> records.stream()
                .map(record -> record.type() == SealRecord.Type.COVER
                        ? new SealRecord(record.type(), 2 - record.frame(), record.tracks(), record.payload())
                        : record)
                .sorted(Comparator.comparing(SealRecord::type).thenComparingInt(SealRecord::frame))
                .toList());
        requireFailure(ErrorCode.SEAL_INVALID, court, operator, 1);
    }

    @Test
    void aRecordThatWasGivenToAnotherTrackIsRefused() throws IOException {
        rewrite(records -> records.stream()
                .map(record -> record.type() == SealRecord.Type.COVER
                                && record.tracks().size() == 1
                        ? new SealRecord(
                                record.type(),
                                record.frame(),
                                List.of(3 - record.tracks().getFirst()),
                                record.payload())
                        : record)
                .toList());
        requireFailure(ErrorCode.SEAL_INVALID, court, operator, 1);
    }

    @Test
    void aTrackThatIsNotThereIsNamed() {
        requireFailure(ErrorCode.SEAL_TRACK_UNKNOWN, court, operator, 7);
    }

    @Test
    void aSealNeedsTwoDifferentHolders() {
        assertThrows(
                IllegalArgumentException.class,
                () -> new SealHeader("p", "c", "i", 1, 1, List.of(court.getPublic(), court.getPublic())));
        assertThrows(
                IllegalArgumentException.class, () -> new SealHeader("p", "c", "i", 1, 1, List.of(court.getPublic())));
    }

    @Test
    void keysAreWrittenForTheirOwnerOnlyAndReadBack() throws IOException {
        Path secret = folder.resolve("a.key");
        Path open = folder.resolve("a.pem");
        HolderKeys.create(secret, open);
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(secret)));
        assertTrue(HolderKeys.readPrivate(secret).getEncoded().length > 0);
        assertTrue(HolderKeys.readPublic(open).getEncoded().length > 0);
        EngineException wrong = assertThrows(EngineException.class, () -> HolderKeys.readPrivate(open));
        assertEquals(ErrorCode.SEAL_KEY_WRONG, wrong.code());
        assertThrows(EngineException.class, () -> HolderKeys.create(secret, open));
    }

    /** Test case 1 of RFC 5869, of whose output these are the first 32 bytes. */
    @Test
    void derivesKeysAsTheRfcDoes() {
        HexFormat hex = HexFormat.of();
        byte[] key = Hkdf.key(
                hex.parseHex("0b".repeat(22)),
                hex.parseHex("000102030405060708090a0b0c"),
                hex.parseHex("f0f1f2f3f4f5f6f7f8f9"));
        assertTrue(MessageDigest.isEqual(
                hex.parseHex("3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf"), key));
    }
}
