package garim.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import garim.engine.pipeline.Stage;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** What every reporter keeps to. */
abstract class ReporterContract {
    final Recording recording = new Recording();

    /** The reporter under test, in a language. */
    abstract Reporter reporter(Locale locale);

    @Test
    void putsResultsOnStandardOutputOneByOne() {
        Reporter reporter = reporter(Locale.ENGLISH);
        reporter.done("masked", Map.of("frames", 3), "a.mp4: 3 frames");
        reporter.done("masked", Map.of("frames", 3), "b.mp4: 3 frames");
        assertEquals(2, recording.outLines().size());
        assertEquals("", recording.err());
    }

    @Test
    void tellsAFailureInTheLanguageOfTheUser() {
        reporter(Locale.KOREAN).failed(new Failure("INPUT_MISSING", "clip.mp4", "gone"));
        String said = recording.out() + recording.err();
        assertEquals(1, said.lines().count());
        assertTrue(said.contains("clip.mp4") && said.contains("\uc77d\uc744 \uc218 \uc5c6\uc2b5\ub2c8\ub2e4"), said);
    }

    @Test
    void tellsAWarningWithItsFile() {
        reporter(Locale.ENGLISH).warn("clip.mp4", "it ends early");
        String said = recording.out() + recording.err();
        assertEquals(1, said.lines().count());
        assertTrue(said.contains("clip.mp4") && said.contains("it ends early"), said);
    }

    @Test
    void doesNotFloodWithProgress() {
        Reporter reporter = reporter(Locale.ENGLISH);
        for (int frame = 0; frame < 1000; frame++) {
            reporter.progress("clip.mp4", Stage.ANALYZE, frame, OptionalLong.of(1000));
            recording.passMillis(1);
        }
        long lines = (recording.out() + recording.err()).lines().count();
        assertTrue(lines >= 1 && lines <= 3, () -> recording.out() + recording.err());
        assertFalse((recording.out() + recording.err()).contains("\r"));
    }
}
