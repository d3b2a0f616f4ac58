package garim.cli;

import garim.engine.frame.EngineException;
import garim.engine.frame.ErrorCode;
import garim.models.ModelException;
import java.nio.file.Path;
import java.util.List;

/** Runs one job on many inputs; a failure of one is told and the rest goes on. */
final class Batch {
    /** Work on one input. */
    interface FileJob {
        void run(Path input);
    }

    private final Reporter reporter;
    private int failures;
    private boolean needsReview;

    Batch(Reporter reporter) {
        this.reporter = reporter;
    }

    /**
     * Runs the job on every file that was named, folders expanded.
     *
     * @return exit code
     */
    int run(List<Path> named, FileJob job) {
        try {
            for (Path path : named) {
                attempt(() -> InputFiles.expand(List.of(path)).forEach(input -> attempt(() -> job.run(input))));
            }
        } catch (EngineException e) {
            reporter.failed(Failure.of(e));
            return ExitCode.CANCELLED;
        }
        if (failures > 0) {
            return ExitCode.FAILED;
        }
        return needsReview ? ExitCode.REVIEW_NEEDED : ExitCode.OK;
    }

    /** Says that a person must look at what came of an input. */
    void noteReview() {
        needsReview = true;
    }

    private void attempt(Runnable work) {
        try {
            work.run();
        } catch (EngineException e) {
            if (e.code() == ErrorCode.CANCELLED) {
                throw e;
            }
            failures++;
            reporter.failed(Failure.of(e));
        } catch (ModelException e) {
            failures++;
            reporter.failed(Failure.of(e));
        }
    }
}
