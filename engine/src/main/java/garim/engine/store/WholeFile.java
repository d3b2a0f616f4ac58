package garim.engine.store;

import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/**
 * A whole file is written beside its name, forced to the disk, and moved to its name in one step: who reads it meets the
 * file as it was or as it is to be, also after a kill or a power cut.
 */
public final class WholeFile {
    private WholeFile() {}

    /**
     * Writes a file; one that is there is replaced.
     *
     * @throws IOException when it cannot be written; then what was there is there still
     */
    public static void write(Path file, byte[] content) throws IOException {
        write(file, content, new FileAttribute<?>[0]);
    }

    /** As {@link #write}, readable by its owner only, and never by others, not even for a moment. */
    public static void writePrivate(Path file, byte[] content) throws IOException {
        write(file, content, hasRights(folderOf(file)) ? ownerOnly() : new FileAttribute<?>[0]);
    }

    /**
     * Gives a file that was written under another name of the same folder its own, once all of it is on the disk; one that
     * is there is replaced.
     */
    public static void publish(Path part, Path file) throws IOException {
        // the name may reach the disk before the bytes: after a power cut there would be a file of nothing
        try (FileChannel channel = FileChannel.open(part, WRITE)) {
            channel.force(true);
        }
        move(part, file);
        forceName(folderOf(file));
    }

    /** True when files at a place have rights for owner, group and others. */
    public static boolean hasRights(Path place) {
        return Files.getFileAttributeView(place, PosixFileAttributeView.class) != null;
    }

    private static void write(Path file, byte[] content, FileAttribute<?>[] rights) throws IOException {
        Path part = file.resolveSibling("." + file.getFileName() + ".part");
        Files.deleteIfExists(part);
        try (FileChannel channel = FileChannel.open(part, Set.of(CREATE_NEW, WRITE), rights)) {
            ByteBuffer bytes = ByteBuffer.wrap(content);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        }
        publish(part, file);
    }

    private static FileAttribute<?>[] ownerOnly() {
        return new FileAttribute<?>[] {
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        };
    }

    private static void move(Path part, Path file) throws IOException {
        try {
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** Folders can be opened, and so be forced to the disk, where files have rights as on Linux. */
    private static void forceName(Path folder) throws IOException {
        if (hasRights(folder)) {
            try (FileChannel channel = FileChannel.open(folder, READ)) {
                channel.force(true);
            }
        }
    }

    private static Path folderOf(Path file) {
        Path parent = file.toAbsolutePath().getParent();
        return parent == null ? file.toAbsolutePath() : parent;
    }
}
