package garim.cli;

import garim.engine.frame.EngineException;
import garim.engine.frame.ErrorCode;
import garim.engine.pipeline.WorkFolder;
import java.nio.file.Path;
import java.util.Set;
import java.util.function.Function;

/** Does a job on one output so that the same command goes on from there when it was stopped or killed. */
final class ResumableWork {
    /** After these failures the same command can succeed later. */
    private static final Set<ErrorCode> GOES_ON = Set.of(ErrorCode.CANCELLED, ErrorCode.OUTPUT_FAILED);

    private ResumableWork() {}

    /** Runs the job; what was kept is deleted when the job is done, or cannot be done. */
    static <T> T run(Path output, Function<WorkFolder, T> job) {
        try (WorkFolder work = WorkFolder.of(output)) {
            T result = attempt(output, work, job);
            work.delete();
            return result;
        }
    }

    private static <T> T attempt(Path output, WorkFolder work, Function<WorkFolder, T> job) {
        try {
            return job.apply(work);
        } catch (EngineException e) {
            if (!GOES_ON.contains(e.code())) {
                work.delete();
            }
            // a hidden file says nothing to anybody
            throw work.holds(e.subject()) ? new EngineException(e.code(), output.toString(), e.detail(), e) : e;
        }
    }
}
