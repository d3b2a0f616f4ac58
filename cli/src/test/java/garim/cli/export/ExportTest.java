package garim.cli.export;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import garim.engine.frame.EngineException;
import garim.engine.frame.ErrorCode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.lingala.zip4j.io.outputstream.ZipOutputStream;
import net.lingala.zip4j.model.ZipParameters;
import net.lingala.zip4j.model.enums.CompressionMethod;
import net.lingala.zip4j.model.enums.EncryptionMethod;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ExportTest {
    private static final String PASSWORD = "k7#Qm2!xW9pz rain";
    private static final LocalDate LAST_DAY = LocalDate.of(2026, 12, 31);

    @TempDir
    private Path folder;

    private final byte[] video = new byte[300_001];
    private Path masked = Path.of("");
    private Path export = Path.of("");
    private Path opened = Path.of("");

    @BeforeEach
    void makesAFile() throws IOException {
        new Random(11).nextBytes(video);
        masked = folder.resolve("김하늘 복도.masked.mp4");
        export = folder.resolve("out.zip");
        opened = folder.resolve("opened");
        Files.write(masked, video);
    }

    private static Password password(String text) {
        return new Password(text.toCharArray());
    }

    private DeliveryNote pack() {
        Delivery delivery =
                new Delivery("김하늘", "열람-2026-117", LAST_DAY, Instant.parse("2026-03-01T12:00:00Z"), "garim test");
        List<ExportSource> sources = List.of(
                ExportSource.of("video.mp4", masked),
                ExportSource.of("log.csv", "시각,사유\n".getBytes(StandardCharsets.UTF_8)));
        return new ExportWriter(() -> false).write(delivery, sources, password(PASSWORD), export, false);
    }

    private DeliveryNote open(String text, LocalDate today) {
        return new ExportReader(() -> false).open(export, password(text), opened, Optional.of(today));
    }

    private Set<String> names(Path where) {
        try (Stream<Path> files = Files.list(where)) {
            return files.map(file -> file.getFileName().toString()).collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void requireNothingOpened(ExportErrorCode code) {
        ExportException refused = assertThrows(ExportException.class, () -> open(PASSWORD, LAST_DAY));
        assertEquals(code, refused.code(), refused::toString);
        assertEquals(Set.of("out.zip", "김하늘 복도.masked.mp4"), names(folder));
    }

    /** Packs entries as somebody might who wants to do harm. */
    private void forge(Map<String, byte[]> entries, EncryptionMethod method) throws IOException {
        try (ZipOutputStream zip =
                new ZipOutputStream(Files.newOutputStream(export), PASSWORD.toCharArray(), StandardCharsets.UTF_8)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                ZipParameters parameters = new ZipParameters();
                parameters.setFileNameInZip(entry.getKey());
                parameters.setEncryptFiles(method != EncryptionMethod.NONE);
                parameters.setEncryptionMethod(method);
                parameters.setCompressionMethod(CompressionMethod.DEFLATE);
                zip.putNextEntry(parameters);
                zip.write(entry.getValue());
                zip.closeEntry();
            }
        }
    }

    private static byte[] note(PackedFile... files) {
        return new DeliveryNoteText()
                .write(new DeliveryNote(1, "p", "2026-03-01T12:00:00Z", "r", "q", LAST_DAY, List.of(files)));
    }

    @Test
    void whatWasPackedComesBackByteForByte() throws IOException {
        pack();
        DeliveryNote note = open(PASSWORD, LAST_DAY);
        assertEquals("김하늘", note.recipient());
        assertEquals(LAST_DAY, note.expires());
        assertArrayEquals(video, Files.readAllBytes(opened.resolve("video.mp4")));
        assertEquals("시각,사유\n", Files.readString(opened.resolve("log.csv")));
        assertEquals(Set.of("README.txt", "log.csv", "video.mp4"), names(opened));
    }

    @Test
    void anotherReaderFindsTheSameInside() {
        DeliveryNote note = pack();
        Map<String, byte[]> entries = PlainUnzip.read(export, PASSWORD);
        assertArrayEquals(video, entries.get("video.mp4"));
        assertEquals(note, new DeliveryNoteText().read(entries.getOrDefault("delivery.json", new byte[0]), "x"));
    }

    @Test
    void theNoteIsAsItsSchemaSays() throws IOException {
        pack();
        String json = new String(
                PlainUnzip.read(export, PASSWORD).getOrDefault("delivery.json", new byte[0]), StandardCharsets.UTF_8);
        String schema = Files.readString(Path.of("..", "docs", "schema", "export-1.schema.json"));
        assertEquals(
                List.of(),
                SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                        .getSchema(schema)
                        .validate(json, InputFormat.JSON));
    }

    @Test
    void theRecipientIsToldInThreeLanguages() {
        pack();
        String text = new String(
                PlainUnzip.read(export, PASSWORD).getOrDefault("README.txt", new byte[0]), StandardCharsets.UTF_8);
        for (String part : List.of("받는 사람: 김하늘", "Request number: 열람-2026-117", "Dipakai sampai:   2026-12-31")) {
            assertTrue(text.contains(part), part);
        }
        assertFalse(text.contains("{"), text);
    }

    @Test
    void withoutThePasswordNobodyLearnsWhoOrWhat() throws IOException {
        pack();
        String raw = Files.readString(export, StandardCharsets.ISO_8859_1);
        for (String secret : List.of("김하늘", "복도", "117", "2026-12-31", PASSWORD)) {
            String bytes = new String(secret.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
            assertFalse(raw.contains(bytes), secret);
        }
    }

    @Test
    void aWrongPasswordOpensNothing() {
        pack();
        ExportException refused = assertThrows(ExportException.class, () -> open(PASSWORD + "!", LAST_DAY));
        assertEquals(ExportErrorCode.PASSWORD_WRONG, refused.code());
        assertFalse(Files.exists(opened));
    }

    @Test
    void aWeakPasswordPacksNothing() {
        Delivery delivery = new Delivery("r", "q", LAST_DAY, Instant.EPOCH, "p");
        ExportException refused = assertThrows(ExportException.class, () -> new ExportWriter(() -> false)
                .write(delivery, List.of(), password("short"), export, false));
        assertEquals(ExportErrorCode.PASSWORD_WEAK, refused.code());
        assertFalse(Files.exists(export));
    }

    @Test
    void afterTheLastDayItIsOpenedOnlyWhenAskedTwice() {
        pack();
        ExportException late = assertThrows(ExportException.class, () -> open(PASSWORD, LAST_DAY.plusDays(1)));
        assertEquals(ExportErrorCode.EXPORT_EXPIRED, late.code());
        assertFalse(Files.exists(opened));
        new ExportReader(() -> false).open(export, password(PASSWORD), opened, Optional.empty());
        assertTrue(Files.exists(opened.resolve("video.mp4")));
    }

    @Test
    void anyChangedByteIsFoundAndNothingIsUnpacked() throws IOException {
        pack();
        byte[] whole = Files.readAllBytes(export);
        Random random = new Random(5);
        for (int run = 0; run < 60; run++) {
            byte[] changed = whole.clone();
            int at = 30 + random.nextInt(video.length);
            changed[at] ^= (byte) (1 << random.nextInt(8));
            Files.write(export, changed);
            assertThrows(ExportException.class, () -> open(PASSWORD, LAST_DAY), "byte " + at);
            assertEquals(Set.of("out.zip", "김하늘 복도.masked.mp4"), names(folder));
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.1, 0.5, 0.999})
    void aCutFileIsRefused(double share) throws IOException {
        pack();
        byte[] whole = Files.readAllBytes(export);
        Files.write(export, Arrays.copyOf(whole, (int) (whole.length * share)));
        requireNothingOpened(ExportErrorCode.EXPORT_INVALID);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../evil.txt",
                "/tmp/evil.txt",
                "..\\evil.txt",
                "a/b.txt",
                "C:evil.txt",
                ".hidden",
                "evil.txt/",
                "..",
                "a\u0000b.txt",
                "가림.txt"
            })
    void anEntryThatWantsToLieElsewhereStopsEverything(String name) throws IOException {
        PackedFile listed = new PackedFile(name, "x", 1, "0".repeat(64));
        forge(Map.of("delivery.json", note(listed), name, new byte[] {1}), EncryptionMethod.AES);
        requireNothingOpened(ExportErrorCode.EXPORT_INVALID);
    }

    @Test
    void anEntryThatIsNotInTheNoteIsRefused() throws IOException {
        forge(Map.of("delivery.json", note(), "extra.txt", new byte[] {1}), EncryptionMethod.AES);
        requireNothingOpened(ExportErrorCode.EXPORT_INVALID);
    }

    @Test
    void aNoteOfWhatIsNotThereIsRefused() throws IOException {
        forge(Map.of("delivery.json", note(new PackedFile("a.txt", "a", 1, "0".repeat(64)))), EncryptionMethod.AES);
        requireNothingOpened(ExportErrorCode.EXPORT_INVALID);
    }

    @Test
    void anEntryThatUnpacksToMoreThanTheNoteSaysIsStopped() throws IOException {
        PackedFile small = new PackedFile("a.txt", "a", 10, "0".repeat(64));
        forge(Map.of("delivery.json", note(small), "a.txt", new byte[50_000_000]), EncryptionMethod.AES);
        requireNothingOpened(ExportErrorCode.EXPORT_INVALID);
    }

    @Test
    void aFileThatIsNotEncryptedIsRefused() throws IOException {
        forge(Map.of("delivery.json", note()), EncryptionMethod.NONE);
        requireNothingOpened(ExportErrorCode.EXPORT_INVALID);
        forge(Map.of("delivery.json", note()), EncryptionMethod.ZIP_STANDARD);
        requireNothingOpened(ExportErrorCode.EXPORT_INVALID);
    }

    @Test
    void nothingIsOverwritten() throws IOException {
        pack();
        EngineException exists = assertThrows(EngineException.class, this::pack);
        assertEquals(ErrorCode.OUTPUT_EXISTS, exists.code());
        Files.createDirectory(opened);
        Files.writeString(opened.resolve("mine.txt"), "mine");
        EngineException full = assertThrows(EngineException.class, () -> open(PASSWORD, LAST_DAY));
        assertEquals(ErrorCode.OUTPUT_EXISTS, full.code());
        assertEquals(Set.of("mine.txt"), names(opened));
    }

    @Test
    void anEmptyFolderIsTaken() throws IOException {
        pack();
        Files.createDirectory(opened);
        open(PASSWORD, LAST_DAY);
        assertTrue(Files.exists(opened.resolve("video.mp4")));
    }

    @Test
    void whoIsStoppedLeavesNothing() {
        Delivery delivery = new Delivery("r", "q", LAST_DAY, Instant.EPOCH, "p");
        List<ExportSource> sources = List.of(ExportSource.of("video.mp4", masked));
        EngineException stopped = assertThrows(EngineException.class, () -> new ExportWriter(() -> true)
                .write(delivery, sources, password(PASSWORD), export, false));
        assertEquals(ErrorCode.CANCELLED, stopped.code());
        assertEquals(Set.of("김하늘 복도.masked.mp4"), names(folder));
        pack();
        assertThrows(EngineException.class, () -> new ExportReader(() -> true)
                .open(export, password(PASSWORD), opened, Optional.empty()));
        assertEquals(Set.of("out.zip", "김하늘 복도.masked.mp4"), names(folder));
    }

    @Test
    void whatAKilledRunLeftIsGoneAfterTheNext() throws IOException {
        pack();
        Path left = Files.createDirectory(folder.resolve(".opened.4194999.garim-part"));
        Files.writeString(left.resolve("video.mp4"), "half");
        open(PASSWORD, LAST_DAY);
        assertFalse(Files.exists(left));
    }

    @Test
    void namesThatCouldTellSomethingAreNotAccepted() {
        List<String> bad = new ArrayList<>(List.of("", "a", "a b.txt", "../x.txt", "홍.mp4", "a".repeat(90) + ".txt"));
        bad.forEach(name -> assertThrows(IllegalArgumentException.class, () -> ExportSource.of(name, masked), name));
    }
}
