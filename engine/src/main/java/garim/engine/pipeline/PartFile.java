package garim.engine.pipeline;

import garim.engine.frame.EngineException;
import garim.engine.frame.ErrorCode;
import garim.engine.store.WholeFile;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A part file is an output that is not whole yet. It lies beside its final place under a hidden name that no program
 * takes for a video, and gets its final name in one step; closed before that, it is deleted.
 */
public final class PartFile implements AutoCloseable {
    private static final Pattern NAME = Pattern.compile("\\..*\\.(\\d+)\\.garim-part");

    private final Path target;
    private final Path part;
    private final boolean overwrite;

    private PartFile(Path target, Path part, boolean overwrite) {
        this.target = target;
        this.part = part;
        this.overwrite = overwrite;
    }

    /**
     * Prepares to write an output.
     *
     * @throws EngineException OUTPUT_EXISTS when it is there already and is not to be overwritten, OUTPUT_FAILED when its
     *     folder is missing or cannot be written to
     */
    public static PartFile forTarget(Path target, boolean overwrite) {
        Path absolute = target.toAbsolutePath();
        Path folder = absolute.getParent();
        if (folder == null || Files.isDirectory(absolute)) {
            throw new EngineException(ErrorCode.OUTPUT_FAILED, target.toString(), "is a folder");
        }
        if (!Files.isDirectory(folder)) {
            throw new EngineException(ErrorCode.OUTPUT_FAILED, target.toString(), "folder " + folder + " is missing");
        }
        if (!overwrite && Files.exists(absolute)) {
            throw new EngineException(ErrorCode.OUTPUT_EXISTS, target.toString(), "exists already");
        }
        removeLeftovers(folder, absolute.getFileName().toString());
        String name =
                "." + absolute.getFileName() + "." + ProcessHandle.current().pid() + ".garim-part";
        return new PartFile(absolute, folder.resolve(name), overwrite);
    }

    /** True when a path has the hidden name of a part. */
    static boolean isPart(Path file) {
        return NAME.matcher(file.getFileName().toString()).matches();
    }

    /** Where to write. */
    public Path path() {
        return part;
    }

    /** Gives the output its final name, once all of it is on the disk. */
    public void publish() {
        try {
            if (!overwrite && Files.exists(target)) {
                throw new FileAlreadyExistsException(target.toString());
            }
            WholeFile.publish(part, target);
        } catch (FileAlreadyExistsException e) {
            throw new EngineException(ErrorCode.OUTPUT_EXISTS, target.toString(), "appeared meanwhile", e);
        } catch (IOException e) {
            throw new EngineException(ErrorCode.OUTPUT_FAILED, target.toString(), e.toString(), e);
        }
    }

    @Override
    public void close() {
        delete(part);
    }

    /** Parts of the same output whose process is gone were left by a kill or a power cut. */
    private static void removeLeftovers(Path folder, String name) {
        try (DirectoryStream<Path> parts = Files.newDirectoryStream(folder, "*.garim-part")) {
            for (Path candidate : parts) {
                Matcher match = NAME.matcher(candidate.getFileName().toString());
                if (match.matches()
                        && candidate.getFileName().toString().startsWith("." + name + ".")
                        && ProcessHandle.of(Long.parseLong(match.group(1))).isEmpty()) {
                    delete(candidate);
                }
            }
        } catch (IOException e) {
            throw new EngineException(ErrorCode.OUTPUT_FAILED, folder.toString(), e.toString(), e);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new EngineException(ErrorCode.OUTPUT_FAILED, file.toString(), e.toString(), e);
        }
    }
}
