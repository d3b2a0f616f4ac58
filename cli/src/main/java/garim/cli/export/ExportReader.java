package garim.cli.export;

import garim.engine.frame.EngineException;
import garim.engine.frame.ErrorCode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import net.lingala.zip4j.ZipFile;
import net.lingala.zip4j.exception.ZipException;
import net.lingala.zip4j.model.FileHeader;
import net.lingala.zip4j.model.enums.AesKeyStrength;
import net.lingala.zip4j.model.enums.EncryptionMethod;

/**
 * Opens exports. Nothing of a file is believed: every entry must be encrypted, have a plain name, stand in the delivery note
 * and have the size and checksum that stand there; else nothing at all is unpacked.
 */
public final class ExportReader {
    private static final int BLOCK = 1 << 16;
    private static final int LARGEST_NOTE = 1 << 20;
    private static final int MOST_ENTRIES = 100;

    private final BooleanSupplier cancelled;

    /** A reader that stops when it is told to. */
    public ExportReader(BooleanSupplier cancelled) {
        this.cancelled = cancelled;
    }

    /**
     * Unpacks an export into a folder, which appears only when everything in it was checked.
     *
     * @param file the export
     * @param password under which it was packed
     * @param folder must not exist yet, or be empty
     * @param lateOn the day today; empty when the last day of use does not matter
     * @return what was unpacked
     * @throws ExportException EXPORT_INVALID, PASSWORD_WRONG, EXPORT_EXPIRED
     * @throws EngineException INPUT_MISSING, OUTPUT_EXISTS, OUTPUT_FAILED, CANCELLED
     */
    public DeliveryNote open(Path file, Password password, Path folder, Optional<LocalDate> lateOn) {
        if (!Files.isReadable(file) || Files.isDirectory(file)) {
            throw new EngineException(ErrorCode.INPUT_MISSING, file.toString(), "no such file");
        }
        try (ZipFile zip = new ZipFile(file.toFile(), password.characters())) {
            Map<String, FileHeader> entries = entries(zip, file);
            DeliveryNote note = note(zip, entries, file);
            if (lateOn.filter(note::isExpiredOn).isPresent()) {
                throw new ExportException(
                        ExportErrorCode.EXPORT_EXPIRED,
                        file.toString(),
                        note.expires().toString());
            }
            requireListed(note, entries.keySet(), file);
            unpack(zip, entries, note, file, folder);
            return note;
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    private static Map<String, FileHeader> entries(ZipFile zip, Path file) throws IOException {
        List<FileHeader> headers = zip.getFileHeaders();
        if (headers.size() > MOST_ENTRIES) {
            throw invalid(file, "it has " + headers.size() + " entries");
        }
        Map<String, FileHeader> entries = new LinkedHashMap<>();
        for (FileHeader header : headers) {
            String name = header.getFileName();
            if (header.isDirectory() || !EntryNames.isAllowed(name)) {
                throw invalid(file, "an entry has a name that is not allowed");
            }
            if (!isEncryptedAsWritten(header)) {
                throw invalid(file, name + " is not encrypted with AES-256");
            }
            if (entries.put(name, header) != null) {
                throw invalid(file, name + " is in it twice");
            }
        }
        return entries;
    }

    private static boolean isEncryptedAsWritten(FileHeader header) {
        return header.isEncrypted()
                && header.getEncryptionMethod() == EncryptionMethod.AES
                && header.getAesExtraDataRecord() != null
                && header.getAesExtraDataRecord().getAesKeyStrength() == AesKeyStrength.KEY_STRENGTH_256;
    }

    private static DeliveryNote note(ZipFile zip, Map<String, FileHeader> entries, Path file) throws IOException {
        FileHeader header = entries.get(EntryNames.NOTE);
        if (header == null) {
            throw invalid(file, "it has no delivery note");
        }
        try (InputStream stream = zip.getInputStream(header)) {
            byte[] bytes = stream.readNBytes(LARGEST_NOTE);
            if (stream.read() >= 0) {
                throw invalid(file, "its delivery note is too large");
            }
            return new DeliveryNoteText().read(bytes, file.toString());
        }
    }

    private static void requireListed(DeliveryNote note, Set<String> entries, Path file) {
        Set<String> listed = note.files().stream().map(PackedFile::name).collect(Collectors.toSet());
        if (listed.size() != note.files().size() || !listed.stream().allMatch(EntryNames::isAllowed)) {
            throw invalid(file, "its delivery note is not one that Garim writes");
        }
        Set<String> present =
                entries.stream().filter(name -> !name.equals(EntryNames.NOTE)).collect(Collectors.toSet());
        if (!listed.equals(present)) {
            throw invalid(file, "what is in it is not what its delivery note says");
        }
    }

    private void unpack(ZipFile zip, Map<String, FileHeader> entries, DeliveryNote note, Path file, Path folder)
            throws IOException {
        try (OpenedFolder opened = OpenedFolder.forTarget(folder)) {
            for (PackedFile packed : note.files()) {
                FileHeader header = entries.get(packed.name());
                if (header == null) {
                    throw invalid(file, packed.name() + " is missing");
                }
                try (InputStream stream = zip.getInputStream(header)) {
                    copy(stream, packed, opened.path().resolve(packed.name()), file);
                }
            }
            opened.publish();
        }
    }

    private void copy(InputStream stream, PackedFile packed, Path target, Path file) throws IOException {
        MessageDigest digest = Hashing.sha256();
        long left = packed.bytes();
        byte[] block = new byte[BLOCK];
        try (FileChannel channel = created(target);
                OutputStream bytes = Channels.newOutputStream(channel)) {
            for (int n = stream.read(block); n >= 0; n = stream.read(block)) {
                if (cancelled.getAsBoolean()) {
                    throw new EngineException(ErrorCode.CANCELLED, file.toString(), "stopped while unpacking");
                }
                left -= n;
                if (left < 0) {
                    break;
                }
                digest.update(block, 0, n);
                write(bytes, block, n, target);
            }
            channel.force(true);
        }
        if (left != 0 || !HexFormat.of().formatHex(digest.digest()).equals(packed.sha256())) {
            throw invalid(file, packed.name() + " is not what its delivery note says");
        }
    }

    private static FileChannel created(Path target) {
        try {
            return FileChannel.open(target, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw unwritable(target, e);
        }
    }

    private static void write(OutputStream bytes, byte[] block, int length, Path target) {
        try {
            bytes.write(block, 0, length);
        } catch (IOException e) {
            throw unwritable(target, e);
        }
    }

    private static EngineException unwritable(Path target, IOException e) {
        return new EngineException(ErrorCode.OUTPUT_FAILED, target.toString(), e.toString(), e);
    }

    private static ExportException unreadable(Path file, IOException e) {
        boolean wrong = e instanceof ZipException zip && zip.getType() == ZipException.Type.WRONG_PASSWORD;
        return wrong
                ? new ExportException(ExportErrorCode.PASSWORD_WRONG, file.toString(), "it does not open the file", e)
                : new ExportException(
                        ExportErrorCode.EXPORT_INVALID, file.toString(), String.valueOf(e.getMessage()), e);
    }

    private static ExportException invalid(Path file, String reason) {
        return new ExportException(ExportErrorCode.EXPORT_INVALID, file.toString(), reason);
    }
}
