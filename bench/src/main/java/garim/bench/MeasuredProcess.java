package garim.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;

/**
 * A measured process runs a program and tells what it cost as a whole. Linux only.
 *
 * <p>CPU time is exact to a clock tick: the kernel adds it to this process when the child has ended, so one child runs at
 * a time. Peak memory is the kernel's own high-water mark, read until the end; growth in the last moment may be missed.
 */
final class MeasuredProcess {
    /** The run was done whole, and Garim wants a person to look at what came of it. */
    private static final int REVIEW_NEEDED = 3;

    private static final Path SELF = Path.of("/proc/self/stat");
    private static final double TICKS_PER_SECOND = 100;
    private static final int LOOK_EVERY_MS = 15;
    private static final double KILOBYTES_PER_MEGABYTE = 1024;
    private static final int SHOWN_CHARACTERS = 8000;

    private final Path log;

    /**
     * Creates a runner.
     *
     * @param log where the output of the programs goes, each replacing the one before
     */
    MeasuredProcess(Path log) {
        this.log = log;
    }

    /** True when this system tells what is asked of it. */
    static boolean isSupported() {
        return Files.isReadable(SELF);
    }

    /**
     * Runs a command to its end.
     *
     * @param output the file that it is to write, replaced if there
     * @throws BenchException when it fails
     */
    Cost run(List<String> command, Path output) {
        try {
            Files.deleteIfExists(output);
            long ticks = ProcText.childTicks(Files.readString(SELF));
            long started = System.nanoTime();
            long peak = await(new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start());
            double wall = (System.nanoTime() - started) / 1e9;
            double cpu = (ProcText.childTicks(Files.readString(SELF)) - ticks) / TICKS_PER_SECOND;
            return new Cost(cpu, wall, peak / KILOBYTES_PER_MEGABYTE, Files.size(output));
        } catch (NoSuchFileException e) {
            throw new BenchException(command.getFirst() + " wrote no output: " + said(), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the last program printed; its end, when that is long. */
    String said() {
        try {
            String all = Files.readString(log).strip();
            return all.substring(Math.max(0, all.length() - SHOWN_CHARACTERS));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private long await(Process process) throws IOException {
        try {
            Path status = Path.of("/proc", String.valueOf(process.pid()), "status");
            long peak = 0;
            while (!process.waitFor(LOOK_EVERY_MS, TimeUnit.MILLISECONDS)) {
                peak = Math.max(peak, peakNow(status).orElse(0));
            }
            if (process.exitValue() != 0 && process.exitValue() != REVIEW_NEEDED) {
                throw new BenchException("A run ended with exit code " + process.exitValue() + ": " + said());
            }
            return peak;
        } catch (InterruptedException e) {
            process.destroy();
            Thread.currentThread().interrupt();
            throw new BenchException("interrupted", e);
        }
    }

    private static OptionalLong peakNow(Path status) throws IOException {
        try {
            return ProcText.peakKilobytes(Files.readString(status));
        } catch (NoSuchFileException ended) {
            return OptionalLong.empty();
        }
    }
}
