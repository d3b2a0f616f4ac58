package garim.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import garim.engine.frame.PixelRoutine;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** What the table of the pixel routines compares is the same work, and the table can be made. */
final class PixelBenchTest {
    static Stream<PixelRoutine> routines() {
        return PixelRoutines.all().stream();
    }

    @ParameterizedTest
    @MethodSource("routines")
    void aRoutineGivesWhatItsTwinGives(PixelRoutine routine) {
        double difference = routine.difference();
        assertTrue(difference <= routine.tolerance(), routine.name() + " differs by " + difference);
    }

    @Test
    void everyRoutineIsKnownByOneWord() {
        List<String> words = routines().map(PixelRoutine::word).toList();
        assertEquals(words.stream().distinct().toList(), words);
    }

    @Test
    void everyRoutineGetsALineWithBothCosts() throws RunnerException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new PixelBench(
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new OptionsBuilder()
                                .forks(0)
                                .mode(Mode.SingleShotTime)
                                .warmupIterations(0)
                                .measurementIterations(1))
                .run(PixelRoutines.all());
        List<String> lines = out.toString(StandardCharsets.UTF_8).lines().toList();
        assertEquals(PixelRoutines.all().size() + 1, lines.size(), lines.toString());
        lines.stream().skip(1).forEach(line -> assertTrue(line.matches("\\S+ .* [\\d,]+ +[\\d,]+ +\\d+\\.\\d"), line));
    }
}
