package garim.cli;

import garim.engine.pipeline.Stage;
import java.io.PrintStream;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.LongSupplier;

/** Tells a person: a progress line that rewrites itself at a terminal, results on standard output, trouble on error. */
final class TextReporter implements Reporter {
    private final PrintStream out;
    private final PrintStream err;
    private final Messages messages;
    private final ProgressLine line;

    TextReporter(PrintStream out, PrintStream err, Messages messages, boolean terminal, LongSupplier nanoTime) {
        this.out = out;
        this.err = err;
        this.messages = messages;
        this.line = new ProgressLine(err, messages, terminal, nanoTime);
    }

    @Override
    public void progress(String subject, Stage stage, long frames, OptionalLong total) {
        line.show(subject, stage, frames, total);
    }

    @Override
    public void done(String event, Map<String, Object> facts, String sentence) {
        line.clear();
        out.println(sentence);
        out.flush();
    }

    @Override
    public void noted(String event, Map<String, Object> facts) {
        // a person has no use for it
    }

    @Override
    public void warn(String subject, String sentence) {
        line.clear();
        err.println(messages.text("warning", subject, sentence));
    }

    @Override
    public void failed(Failure failure) {
        line.clear();
        err.println(failure.sentence(messages));
    }
}
