package garim.cli.review;

import garim.engine.frame.EngineException;
import garim.engine.frame.ErrorCode;
import garim.engine.frame.MaskPlan;
import garim.engine.plan.MaskPlanJson;
import garim.engine.store.WholeFile;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
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
        return locked(text -> change.apply(json.parse(file.toString(), text)));
    }

    /**
     * Checks that a plan may be put in the place of the one that is there, if there is one.
     *
     * @param putsReviewAside true when a plan that people have edited may be put aside for it
     * @throws EngineException REVIEW_WOULD_BE_LOST when people have edited it, and it may not
     */
    public void requireReplaceable(boolean putsReviewAside) {
        if (!putsReviewAside && Files.exists(file)) {
            try {
                requireNoReview(Files.readString(file, StandardCharsets.UTF_8));
            } catch (IOException e) {
                throw new EngineException(ErrorCode.OUTPUT_FAILED, file.toString(), e.toString(), e);
            }
        }
    }

    /**
     * Writes a new plan, in the place of the one that is there, if there is one. One that people have edited is put aside, if
     * that may be.
     *
     * @param putsReviewAside as in {@link #requireReplaceable}
     * @return where the plan that was there lies now; empty when nobody had edited it
     * @throws EngineException as {@link #requireReplaceable}; then the file is as it was
     */
    public Optional<Path> replace(MaskPlan fresh, boolean putsReviewAside) {
        if (!Files.exists(file)) {
            json.write(fresh, file);
            return Optional.empty();
        }
        List<Path> aside = new ArrayList<>();
        locked(text -> {
            if (!putsReviewAside) {
                requireNoReview(text);
            } else if (isReviewed(text)) {
                aside.add(putAside(text));
            }
            return fresh;
        });
        return aside.stream().findFirst();
    }

    private void requireNoReview(String text) {
        if (isReviewed(text)) {
            throw new EngineException(ErrorCode.REVIEW_WOULD_BE_LOST, file.toString(), "people have edited it");
        }
    }

    /** True also for a damaged plan that names a review: nobody knows what is in it. */
    private boolean isReviewed(String text) {
        try {
            return !json.parse(file.toString(), text).review().isEmpty();
        } catch (EngineException e) {
            return text.contains("\"review\"");
        }
    }

    private Path putAside(String text) {
        try {
            for (int number = 1; ; number++) {
                Path aside = file.resolveSibling(file.getFileName() + ".reviewed-" + number);
                if (!Files.exists(aside)) {
                    WholeFile.write(aside, text.getBytes(StandardCharsets.UTF_8));
                    return aside;
                }
            }
        } catch (IOException e) {
            throw new EngineException(ErrorCode.OUTPUT_FAILED, file.toString(), e.toString(), e);
        }
    }

    private MaskPlan locked(Function<String, MaskPlan> change) {
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
    private Optional<MaskPlan> attempt(Function<String, MaskPlan> change) throws IOException {
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

    private MaskPlan replace(FileChannel channel, Function<String, MaskPlan> change) throws IOException {
        MaskPlan edited = change.apply(new String(content(channel), StandardCharsets.UTF_8));
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
