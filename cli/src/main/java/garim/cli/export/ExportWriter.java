package garim.cli.export;

import garim.engine.frame.EngineException;
import garim.engine.frame.ErrorCode;
import garim.engine.pipeline.FileHash;
import garim.engine.pipeline.PartFile;
import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.function.BooleanSupplier;
import net.lingala.zip4j.io.outputstream.ZipOutputStream;
import net.lingala.zip4j.model.ZipParameters;
import net.lingala.zip4j.model.enums.AesKeyStrength;
import net.lingala.zip4j.model.enums.AesVersion;
import net.lingala.zip4j.model.enums.CompressionMethod;
import net.lingala.zip4j.model.enums.EncryptionMethod;

/** Packs files into an export: a zip file, each entry encrypted with AES-256 as WinZip and 7-Zip do it (AE-2). */
public final class ExportWriter {
    private static final int BLOCK = 1 << 16;

    private final BooleanSupplier cancelled;

    /** A writer that stops when it is told to. */
    public ExportWriter(BooleanSupplier cancelled) {
        this.cancelled = cancelled;
    }

    /**
     * Writes an export, which has its name only when it is whole. A README and a delivery note are added.
     *
     * @return what is in it
     * @throws ExportException PASSWORD_WEAK; EXPORT_REFUSED when a file changed meanwhile
     * @throws EngineException INPUT_MISSING, OUTPUT_EXISTS, OUTPUT_FAILED, CANCELLED
     */
    public DeliveryNote write(
            Delivery delivery, List<ExportSource> sources, Password password, Path target, boolean overwrite) {
        password.requireStrong();
        try (PartFile part = PartFile.forTarget(target, overwrite)) {
            List<ExportSource> all = new ArrayList<>(sources);
            all.add(ExportSource.of(EntryNames.README, ReadmeText.of(delivery)));
            DeliveryNote note = note(delivery, all);
            try {
                write(note, all, password, part.path(), delivery);
            } catch (IOException e) {
                throw new EngineException(ErrorCode.OUTPUT_FAILED, target.toString(), e.toString(), e);
            }
            part.publish();
            return note;
        }
    }

    private static DeliveryNote note(Delivery delivery, List<ExportSource> sources) {
        List<PackedFile> files = sources.stream().map(ExportWriter::described).toList();
        return new DeliveryNote(
                DeliveryNote.VERSION,
                delivery.program(),
                delivery.created().toString(),
                delivery.recipient(),
                delivery.request(),
                delivery.expires(),
                files);
    }

    private static PackedFile described(ExportSource source) {
        return switch (source.content()) {
            case ExportSource.Content.OfFile file ->
                new PackedFile(
                        source.name(),
                        file.path().getFileName().toString(),
                        size(file.path()),
                        FileHash.sha256(file.path()));
            case ExportSource.Content.OfBytes given -> {
                byte[] bytes = given.bytes();
                String sha256 = HexFormat.of().formatHex(Hashing.sha256().digest(bytes));
                yield new PackedFile(source.name(), source.name(), bytes.length, sha256);
            }
        };
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new EngineException(ErrorCode.INPUT_MISSING, file.toString(), e.toString(), e);
        }
    }

    private void write(DeliveryNote note, List<ExportSource> sources, Password password, Path file, Delivery delivery)
            throws IOException {
        long time = delivery.created().toEpochMilli();
        try (OutputStream bytes = new BufferedOutputStream(Files.newOutputStream(file), BLOCK);
                ZipOutputStream zip = new ZipOutputStream(bytes, password.characters(), StandardCharsets.UTF_8)) {
            byte[] noteBytes = new DeliveryNoteText().write(note);
            zip.putNextEntry(entry(EntryNames.NOTE, noteBytes.length, time));
            zip.write(noteBytes);
            zip.closeEntry();
            for (int i = 0; i < sources.size(); i++) {
                PackedFile expected = note.files().get(i);
                zip.putNextEntry(entry(expected.name(), expected.bytes(), time));
                copy(sources.get(i).content(), expected, zip);
                zip.closeEntry();
            }
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    private static ZipParameters entry(String name, long size, long timeMillis) {
        ZipParameters entry = new ZipParameters();
        entry.setFileNameInZip(name);
        entry.setEntrySize(size);
        entry.setLastModifiedFileTime(timeMillis);
        entry.setEncryptFiles(true);
        entry.setEncryptionMethod(EncryptionMethod.AES);
        entry.setAesKeyStrength(AesKeyStrength.KEY_STRENGTH_256);
        entry.setAesVersion(AesVersion.TWO);
        // Videos do not get smaller, and the rest is small.
        entry.setCompressionMethod(CompressionMethod.STORE);
        return entry;
    }

    private void copy(ExportSource.Content content, PackedFile expected, OutputStream target) throws IOException {
        MessageDigest digest = Hashing.sha256();
        long written = 0;
        try (InputStream stream = new DigestInputStream(open(content), digest)) {
            byte[] block = new byte[BLOCK];
            for (int n = stream.read(block); n >= 0; n = stream.read(block)) {
                if (cancelled.getAsBoolean()) {
                    throw new EngineException(ErrorCode.CANCELLED, expected.name(), "stopped while packing");
                }
                target.write(block, 0, n);
                written += n;
            }
        }
        if (written != expected.bytes()
                || !HexFormat.of().formatHex(digest.digest()).equals(expected.sha256())) {
            throw new ExportException(
                    ExportErrorCode.EXPORT_REFUSED, expected.from(), "it changed while it was being packed");
        }
    }

    private static InputStream open(ExportSource.Content content) throws IOException {
        return switch (content) {
            case ExportSource.Content.OfFile file -> Files.newInputStream(file.path());
            case ExportSource.Content.OfBytes given -> new ByteArrayInputStream(given.bytes());
        };
    }
}
