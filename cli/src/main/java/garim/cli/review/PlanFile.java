package garim.cli.review;

import garim.engine.frame.EngineException;
import garim.engine.frame.ErrorCode;
import garim.engine.frame.MaskPlan;
import garim.engine.plan.MaskPlanJson;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The file of a plan that several people may edit. An edit reads, changes and replaces it while the file is locked, so
 * that no entry of another process is lost; the file under its name is whole at every moment.
 */
public final class PlanFile {
    private final Path file;
    private final MaskPlanJson json = new MaskPlanJson();

    /** The file of a plan. */
    public PlanFile(Path file) {
        this.file = file;
    }

    /**
     * Changes the plan.
     *
     * @return the plan as it stands in the file now
     * @throws EngineException INPUT_MISSING, PLAN_INVALID, OUTPUT_FAILED, or what the change throws; then the file is as it
     *     was
     */
    public MaskPlan edit(UnaryOperator<MaskPlan> change) {
        try {
            Optional<MaskPlan> edited = Optional.empty();
            while (edited.isEmpty()) {
                edited = attempt(change);
            }
            return edited.get();
        } catch (NoSuchFileException e) {
            throw new EngineException(ErrorCode.INPUT_MISSING, file.toString(), "no such file", e);
        } catch (IOException e) {
            throw new EngineException(ErrorCode.OUTPUT_FAILED, file.toString(), e.toString(), e);
        }
    }

    /**
     * Empty when another process replaced the file meanwhile. The file is told by its key and not opened again: a process
     * that closes any of its handles of a file loses its locks on it.
     */
    private Optional<MaskPlan> attempt(UnaryOperator<MaskPlan> change) throws IOException {
        Optional<Object> before = key();
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            if (!key().equals(before)) {
                return Optional.empty();
            }
            try (FileLock lock = channel.lock()) {
                return lock.isValid() && key().equals(before)
                        ? Optional.of(replace(channel, change))
                        : Optional.empty();
            }
        }
    }

    private Optional<Object> key() throws IOException {
        return Optional.ofNullable(
                Files.readAttributes(file, BasicFileAttributes.class).fileKey());
    }

    private MaskPlan replace(FileChannel channel, UnaryOperator<MaskPlan> change) throws IOException {
        String text = new String(content(channel), StandardCharsets.UTF_8);
        MaskPlan edited = change.apply(json.parse(file.toString(), text));
        json.write(edited, file);
        return edited;
    }

    private static byte[] content(FileChannel channel) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(Math.toIntExact(channel.size()));
        int got = 0;
        while (bytes.hasRemaining() && got >= 0) {
            got = channel.read(bytes);
        }
        return bytes.array();
    }
}
