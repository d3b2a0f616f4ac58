package garim.engine.pipeline;

import garim.engine.frame.EngineException;
import garim.engine.frame.ErrorCode;
import garim.engine.resume.RecordLog;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * A work folder keeps what was done for one output, so that the same job goes on from there after a kill. It lies beside
 * the output under a hidden name and is locked while a job is at work.
 *
 * <p>It holds what detectors answered, and masked video; nothing that the output will not hold as well.
 */
public final class WorkFolder implements AutoCloseable {
    private static final String LOCK = "lock";
    private static final String LOOKS = "looks";
    private static final String PLAN = "plan";
    private static final String PUBLISHING = "publishing";

    private final Path folder;
    private final FileChannel lock;

    private WorkFolder(Path folder, FileChannel lock) {
        this.folder = folder;
        this.lock = lock;
    }

    /**
     * Opens the work folder of an output, and makes it where there is none.
     *
     * @throws EngineException OUTPUT_FAILED when it cannot be written, or another job is at work on the same output
     */
    public static WorkFolder of(Path output) {
        Path folder = folderOf(output);
        try {
            if (!Files.isDirectory(folder)) {
                Files.createDirectory(folder);
            }
            FileChannel lock =
                    FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (!isLocked(lock)) {
                lock.close();
                throw new EngineException(
                        ErrorCode.OUTPUT_FAILED,
                        output.toString(),
                        "another run is writing it; wait for it or stop it");
            }
            return new WorkFolder(folder, lock);
        } catch (IOException e) {
            throw new EngineException(ErrorCode.OUTPUT_FAILED, output.toString(), e.toString(), e);
        }
    }

    private static Path folderOf(Path output) {
        Path absolute = output.toAbsolutePath();
        return absolute.resolveSibling("." + absolute.getFileName() + ".garim-work");
    }

    /** True when an earlier job was stopped after its output was proven and before everything around it was written. */
    public static boolean wasPublishing(Path output) {
        return Files.exists(folderOf(output).resolve(PUBLISHING));
    }

    /** True when an earlier job on an output was stopped before it was done. */
    public static boolean isThere(Path output) {
        return Files.isDirectory(folderOf(output));
    }

    /** Notes that the output is whole and gets its name now. */
    void notePublishing() {
        try {
            Files.writeString(folder.resolve(PUBLISHING), "");
        } catch (IOException e) {
            throw new EngineException(ErrorCode.OUTPUT_FAILED, folder.toString(), e.toString(), e);
        }
    }

    private static boolean isLocked(FileChannel lock) throws IOException {
        try {
            return lock.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    /**
     * The answers of detectors that were kept for a job.
     *
     * @param identity tells one job from another
     */
    LookJournal looks(byte[] identity) {
        return new LookJournal(RecordLog.open(folder.resolve(LOOKS), identity));
    }

    /** The plan that an earlier run of a job made; empty when it came to no end. */
    Optional<String> plan(byte[] identity) {
        try (RecordLog log = RecordLog.open(folder.resolve(PLAN), identity)) {
            return log.next().map(bytes -> new String(bytes, StandardCharsets.UTF_8));
        }
    }

    /** Keeps the plan of a job. */
    void keepPlan(byte[] identity, String plan) {
        try (RecordLog log = RecordLog.open(folder.resolve(PLAN), identity)) {
            log.append(plan.getBytes(StandardCharsets.UTF_8));
        }
    }

    /** True when a path is that of something in it, or of the hidden part that becomes its output. */
    public boolean holds(String path) {
        Path file = Path.of(path).toAbsolutePath();
        return file.startsWith(folder)
                || (folder.resolveSibling(file.getFileName()).equals(file) && PartFile.isPart(file));
    }

    /** Where a part of the output is kept. */
    Path file(String name) {
        return folder.resolve(name);
    }

    /** Deletes it with all that was kept; the output is whole, or nobody wants to go on. */
    public void delete() {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                Files.deleteIfExists(file);
            }
            Files.deleteIfExists(folder);
        } catch (NoSuchFileException e) {
            // somebody tidied up by hand: that is what was to be done
            return;
        } catch (IOException e) {
            throw new EngineException(ErrorCode.OUTPUT_FAILED, folder.toString(), e.toString(), e);
        }
    }

    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException e) {
            throw new EngineException(ErrorCode.OUTPUT_FAILED, folder.toString(), e.toString(), e);
        }
    }
}
