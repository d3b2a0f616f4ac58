package garim.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import garim.engine.pipeline.Stage;
import java.util.Locale;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

final class ProgressLineTest {
    private final Recording recording = new Recording();

    private ProgressLine line(boolean terminal) {
        return new ProgressLine(recording.errStream(), Messages.of(Locale.ENGLISH), terminal, recording::nanoTime);
    }

    @Test
    void tellsShareRateAndTimeLeft() {
        ProgressLine line = line(true);
        line.show("clip.mp4", Stage.ANALYZE, 1, OptionalLong.of(1000));
        recording.passMillis(10_000);
        line.show("clip.mp4", Stage.ANALYZE, 250, OptionalLong.of(1000));
        String shown = recording.err().substring(recording.err().lastIndexOf('\r') + 1);
        assertTrue(shown.startsWith("analysing clip.mp4  25 %  250/1000 frames  25.0 fps  0:30 left"), shown);
    }

    @Test
    void tellsNoShareWhereTheLengthIsNotKnownOrWrong() {
        ProgressLine line = line(true);
        line.show("clip.mp4", Stage.RENDER, 0, OptionalLong.empty());
        recording.passMillis(1000);
        line.show("clip.mp4", Stage.RENDER, 50, OptionalLong.of(40));
        assertTrue(recording.err().contains("50 frames  50.0 fps"), recording.err());
        assertFalse(recording.err().contains("%"));
    }

    @Test
    void rewritesItselfAtATerminalFiveTimesASecond() {
        ProgressLine line = line(true);
        for (int frame = 0; frame < 100; frame++) {
            line.show("clip.mp4", Stage.ANALYZE, frame, OptionalLong.of(100));
            recording.passMillis(10);
        }
        assertEquals(5, recording.err().chars().filter(c -> c == '\r').count());
        assertFalse(recording.err().contains("\n"));
        line.clear();
        assertTrue(recording.err().endsWith(" \r"));
    }

    @Test
    void writesALineEveryTenSecondsElsewhere() {
        ProgressLine line = line(false);
        for (int second = 0; second < 25; second++) {
            line.show("clip.mp4", Stage.ANALYZE, second, OptionalLong.of(25));
            recording.passMillis(1000);
        }
        assertEquals(3, recording.errLines().size());
        assertFalse(recording.err().contains("\r"));
    }
}
