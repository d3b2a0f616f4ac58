package garim.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A scratch folder holds the outputs of a run and is gone after it, for they show real people.
 *
 * @param path where it is
 */
record ScratchFolder(Path path) implements AutoCloseable {
    /** A new empty folder where this system keeps such things. */
    static ScratchFolder create() {
        try {
            return new ScratchFolder(Files.createTempDirectory("garim-bench"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(path)) {
            for (Path file : files) {
                Files.delete(file);
            }
            Files.delete(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
