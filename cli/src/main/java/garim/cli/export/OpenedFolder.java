package garim.cli.export;

import garim.engine.frame.EngineException;
import garim.engine.frame.ErrorCode;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An opened folder is where an export is unpacked to: it lies beside its final place under a hidden name, readable by its
 * owner only, and gets its final name in one step; closed before that, it is deleted.
 */
final class OpenedFolder implements AutoCloseable {
    private static final Pattern NAME = Pattern.compile("\\..*\\.(\\d+)\\.garim-part");

    private final Path target;
    private final Path part;

    private OpenedFolder(Path target, Path part) {
        this.target = target;
        this.part = part;
    }

    /**
     * Prepares to unpack.
     *
     * @throws EngineException OUTPUT_EXISTS when the folder is there and not empty; OUTPUT_FAILED
     */
    static OpenedFolder forTarget(Path target) {
        Path absolute = target.toAbsolutePath().normalize();
        try {
            requireEmpty(absolute);
            Path parent = absolute.getParent();
            if (parent == null || !Files.isDirectory(parent)) {
                throw new EngineException(ErrorCode.OUTPUT_FAILED, target.toString(), "its folder is missing");
            }
            removeLeftovers(parent, absolute.getFileName().toString());
            String name =
                    "." + absolute.getFileName() + "." + ProcessHandle.current().pid() + ".garim-part";
            Path part = Files.createDirectory(parent.resolve(name), ownerOnly(parent));
            return new OpenedFolder(absolute, part);
        } catch (IOException e) {
            throw failed(target, e);
        }
    }

    private static FileAttribute<?>[] ownerOnly(Path parent) {
        return parent.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))
                }
                : new FileAttribute<?>[0];
    }

    private static void requireEmpty(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        if (!Files.isDirectory(folder)) {
            throw new EngineException(ErrorCode.OUTPUT_EXISTS, folder.toString(), "is a file");
        }
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
            if (entries.iterator().hasNext()) {
                throw new EngineException(ErrorCode.OUTPUT_EXISTS, folder.toString(), "is not empty");
            }
        }
    }

    /** Where to unpack to. */
    Path path() {
        return part;
    }

    /** Gives the folder its final name; an empty folder of this name is replaced. */
    void publish() {
        try {
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileSystemException e) {
            throw Files.exists(target)
                    ? new EngineException(ErrorCode.OUTPUT_EXISTS, target.toString(), "appeared meanwhile", e)
                    : failed(target, e);
        } catch (IOException e) {
            throw failed(target, e);
        }
    }

    @Override
    public void close() {
        try {
            delete(part);
        } catch (IOException e) {
            throw failed(part, e);
        }
    }

    /** Folders whose process is gone were left by a kill or a power cut. */
    private static void removeLeftovers(Path parent, String name) throws IOException {
        try (DirectoryStream<Path> parts = Files.newDirectoryStream(parent, "*.garim-part")) {
            for (Path candidate : parts) {
                String found = candidate.getFileName().toString();
                Matcher match = NAME.matcher(found);
                if (match.matches()
                        && found.startsWith("." + name + ".")
                        && Files.isDirectory(candidate)
                        && ProcessHandle.of(Long.parseLong(match.group(1))).isEmpty()) {
                    delete(candidate);
                }
            }
        }
    }

    /** An unpacked export has no folders in it. */
    private static void delete(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }

    private static EngineException failed(Path path, IOException e) {
        return new EngineException(ErrorCode.OUTPUT_FAILED, path.toString(), e.toString(), e);
    }
}
