package garim.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;

/** A console whose output is kept and whose clock is turned by hand. */
final class Recording {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final AtomicLong nanos = new AtomicLong();

    Console console(Locale locale) {
        return new Console(outStream(), errStream(), Messages.of(locale), false, nanos::get, new Interruption());
    }

    Console console() {
        return console(Locale.ENGLISH);
    }

    PrintStream outStream() {
        return new PrintStream(out, true, StandardCharsets.UTF_8);
    }

    PrintStream errStream() {
        return new PrintStream(err, true, StandardCharsets.UTF_8);
    }

    long nanoTime() {
        return nanos.get();
    }

    void passMillis(long millis) {
        nanos.addAndGet(millis * 1_000_000);
    }

    String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    String err() {
        return err.toString(StandardCharsets.UTF_8);
    }

    List<String> outLines() {
        return out().lines().toList();
    }

    List<String> errLines() {
        return err().lines().toList();
    }
}
