package garim.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A scratch folder holds the outputs of a run and is gone after it, also after Ctrl-C, for they show real people.
 *
 * @param path where it is
 */
record ScratchFolder(Path path) implements AutoCloseable {
    /** A new empty folder where this system keeps such things. */
    static ScratchFolder create() {
        try {
            ScratchFolder made = new ScratchFolder(Files.createTempDirectory("garim-bench"));
            Runtime.getRuntime().addShutdownHook(new Thread(made::abandon, "bench-stop"));
            return made;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(path)) {
            for (Path file : files) {
                Files.deleteIfExists(file);
            }
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends the child that still writes here before the folder goes. */
    private void abandon() {
        ProcessHandle.current().children().forEach(child -> {
            child.destroyForcibly();
            child.onExit().join();
        });
        if (Files.exists(path)) {
            close();
        }
    }
}
