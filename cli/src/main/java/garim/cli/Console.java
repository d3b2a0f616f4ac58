package garim.cli;

import garim.engine.pipeline.Progress;
import garim.engine.pipeline.Stage;
import java.io.PrintStream;
import java.util.OptionalLong;
import java.util.function.LongSupplier;

/**
 * What a command talks to: output streams, language, clock, and the wish of the user to stop.
 *
 * @param out results
 * @param err progress and trouble
 * @param messages sentences in the user's language
 * @param terminal true when a person watches the error stream
 * @param nanoTime clock for rates
 * @param interruption Ctrl-C
 */
record Console(
        PrintStream out,
        PrintStream err,
        Messages messages,
        boolean terminal,
        LongSupplier nanoTime,
        Interruption interruption) {
    /** A reporter that writes JSON lines or text. */
    Reporter reporter(boolean json) {
        return json
                ? new JsonReporter(out, messages, nanoTime)
                : new TextReporter(out, err, messages, terminal, nanoTime);
    }

    /** A progress that tells the reporter and stops when the user wants to. */
    Progress progress(Reporter reporter, String subject) {
        return new Progress() {
            @Override
            public void advanced(Stage stage, long frames, OptionalLong total) {
                reporter.progress(subject, stage, frames, total);
            }

            @Override
            public boolean isCancelled() {
                return interruption.isRequested();
            }
        };
    }
}
