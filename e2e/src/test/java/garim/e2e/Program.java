package garim.e2e;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** A program that runs as a process of its own; whoever waits for it waits until a deadline, never for ever. */
final class Program implements AutoCloseable {
    private static final Duration DEADLINE = Duration.ofMinutes(5);
    private static final long POLL_MILLIS = 5;

    private final List<String> command;
    private final Process process;
    private final Path out;
    private final Path err;

    private Program(List<String> command, Process process, Path out, Path err) {
        this.command = command;
        this.process = process;
        this.out = out;
        this.err = err;
    }

    /** Starts a program in a folder; an empty value takes a variable out of its environment. */
    static Program start(List<String> command, Path folder, Map<String, String> environment) {
        try {
            Path out = Files.createTempFile("garim-e2e", ".out");
            Path err = Files.createTempFile("garim-e2e", ".err");
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectInput(
                            ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                    .redirectOutput(out.toFile())
                    .redirectError(err.toFile());
            environment.forEach((name, value) -> {
                builder.environment().remove(name);
                if (!value.isEmpty()) {
                    builder.environment().put(name, value);
                }
            });
            return new Program(command, builder.start(), out, err);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits for the end. */
    Outcome await() {
        try {
            boolean ended = process.waitFor(DEADLINE.toSeconds(), TimeUnit.SECONDS);
            assertTrue(ended, () -> command + " did not end in time: " + read(err));
            return new Outcome(process.exitValue(), read(out), read(err));
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        } finally {
            close();
        }
    }

    /** Waits until something is so while the program still runs. */
    void awaitWhileRunning(BooleanSupplier condition) {
        long end = System.nanoTime() + DEADLINE.toNanos();
        try {
            while (!condition.getAsBoolean()) {
                boolean ended = process.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS);
                assertTrue(!ended && System.nanoTime() < end, () -> command + " ended too early: " + read(err));
            }
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** Sends a signal by its name, such as INT or KILL. */
    void signal(String name) {
        start(List.of("kill", "-" + name, String.valueOf(process.pid())), Path.of("."), Map.of())
                .await()
                .requireExit(0);
    }

    /** What it said on its error output so far. */
    String errorsSoFar() {
        return read(err);
    }

    /** Ends it if it still runs. */
    @Override
    public void close() {
        process.destroyForcibly();
        try {
            Files.deleteIfExists(out);
            Files.deleteIfExists(err);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
