package garim.engine.pipeline;

import java.util.OptionalLong;

/** Follows a job and may stop it. Called on the thread that runs the job, after every frame or a few. */
public interface Progress {
    /** A progress that nobody looks at. */
    Progress NONE = (stage, frames, total) -> {};

    /**
     * Reports how far a stage is.
     *
     * @param stage what is being done
     * @param frames frames done
     * @param total frames there will be, as far as the file tells
     */
    void advanced(Stage stage, long frames, OptionalLong total);

    /** True when the job should stop; it then ends with CANCELLED and leaves no output. */
    default boolean isCancelled() {
        return false;
    }
}
