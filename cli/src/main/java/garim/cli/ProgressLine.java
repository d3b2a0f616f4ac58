package garim.cli;

import garim.engine.pipeline.Stage;
import java.io.PrintStream;
import java.util.OptionalLong;
import java.util.function.LongSupplier;

/**
 * One line that says how far a file is: percent, frames, frames a second, time left. At a terminal it rewrites itself
 * five times a second; elsewhere a new line appears every ten seconds.
 */
final class ProgressLine {
    private static final long TERMINAL_EVERY_NANOS = 200_000_000L;
    private static final long LOG_EVERY_NANOS = 10_000_000_000L;
    private static final double NANOS = 1e9;

    private final PrintStream err;
    private final Messages messages;
    private final boolean terminal;
    private final LongSupplier nanoTime;
    private String work = "";
    private long startedAt;
    private long shownAt;
    private int shownLength;

    ProgressLine(PrintStream err, Messages messages, boolean terminal, LongSupplier nanoTime) {
        this.err = err;
        this.messages = messages;
        this.terminal = terminal;
        this.nanoTime = nanoTime;
    }

    void show(String subject, Stage stage, long frames, OptionalLong total) {
        long now = nanoTime.getAsLong();
        String current = messages.text("stage." + stage.name(), subject);
        if (!current.equals(work)) {
            work = current;
            startedAt = now;
            shownAt = now - LOG_EVERY_NANOS;
        }
        if (now - shownAt >= (terminal ? TERMINAL_EVERY_NANOS : LOG_EVERY_NANOS)) {
            shownAt = now;
            print(current + describe(frames, total, (now - startedAt) / NANOS));
        }
    }

    void clear() {
        if (terminal && shownLength > 0) {
            err.print("\r" + " ".repeat(shownLength) + "\r");
            err.flush();
            shownLength = 0;
        }
        work = "";
    }

    private String describe(long frames, OptionalLong total, double seconds) {
        double rate = seconds > 0 ? frames / seconds : 0;
        if (total.isEmpty() || total.getAsLong() < frames || rate == 0) {
            return messages.text("progress.open", frames, rate);
        }
        long left = Math.round((total.getAsLong() - frames) / rate);
        double percent = 100.0 * frames / Math.max(1, total.getAsLong());
        return messages.text(
                "progress.known", percent, frames, total.getAsLong(), rate, left / 60, "%02d".formatted(left % 60));
    }

    private void print(String text) {
        if (terminal) {
            err.print("\r" + text + " ".repeat(Math.max(0, shownLength - text.length())));
            err.flush();
            shownLength = text.length();
        } else {
            err.println(text);
        }
    }
}
