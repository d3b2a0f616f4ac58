package garim.models.build;

import garim.models.Checksum;
import garim.models.ModelErrorCode;
import garim.models.ModelException;
import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.UUID;

/** A cache folder in which every file is named by its SHA-256; what does not match its name counts as absent. */
final class FileCache {
    private final Path folder;

    FileCache(Path folder) {
        this.folder = folder;
    }

    /** The file of this checksum, when the cache holds it whole. */
    Optional<byte[]> find(String sha256) {
        return readIfIntact(folder.resolve(sha256), sha256);
    }

    /** Keeps a file. */
    void put(String sha256, byte[] bytes) {
        write(folder.resolve(sha256), bytes);
    }

    /** The content of a file, when it is there and has this checksum. */
    static Optional<byte[]> readIfIntact(Path file, String sha256) {
        try {
            if (!Files.isRegularFile(file)) {
                return Optional.empty();
            }
            byte[] bytes = Files.readAllBytes(file);
            return Optional.of(bytes).filter(b -> Checksum.sha256(b).equals(sha256));
        } catch (IOException e) {
            throw failed(file, "read", e);
        }
    }

    /** Writes a file so that it is there whole or not at all. */
    static void write(Path file, byte[] bytes) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Path part = file.resolveSibling("." + file.getFileName() + "." + UUID.randomUUID() + ".part");
            try {
                Files.write(part, bytes);
                move(part, file);
            } finally {
                Files.deleteIfExists(part);
            }
        } catch (IOException e) {
            throw failed(file, "written", e);
        }
    }

    private static void move(Path part, Path file) throws IOException {
        try {
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static ModelException failed(Path file, String verb, IOException e) {
        String sentence = "The file " + file + " cannot be " + verb + " (" + e + "); check its folder and permissions.";
        return new ModelException(ModelErrorCode.FILE_FAILED, file.toString(), sentence, e);
    }
}
