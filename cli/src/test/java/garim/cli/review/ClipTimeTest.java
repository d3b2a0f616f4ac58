package garim.cli.review;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import garim.engine.frame.Timeline;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Times as people write them. */
final class ClipTimeTest {
    @ParameterizedTest
    @CsvSource({"0,0", "12.5,12.5", "12.5s,12.5", "1:30,90", "1:02:03.004,3723.004", "0:00:00.040,0.04"})
    void readsSecondsAndClocks(String text, double seconds) {
        assertEquals(seconds, ClipTime.seconds(text), 1e-9);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-1", "soon", "1:2:3:4", "1e3", "1:", "0x10", "NaN", "12,5"})
    void refusesWhatIsNoTime(String text) {
        assertThrows(IllegalArgumentException.class, () -> ClipTime.seconds(text));
    }

    @ParameterizedTest
    @CsvSource({"0,0:00:00.000", "59.9996,0:01:00.000", "3723.004,1:02:03.004"})
    void writesHoursMinutesAndMilliseconds(double seconds, String text) {
        assertEquals(text, ClipTime.text(seconds));
    }

    @Test
    void theFrameAtATimeIsTheOneOnTheScreen() {
        Timeline uneven = Timeline.of(new double[] {0, 0.5, 2});
        assertEquals(0, ClipTime.frame("0.4", uneven));
        assertEquals(1, ClipTime.frame("1.9", uneven));
        assertEquals(2, ClipTime.frame("2", uneven));
        assertEquals(2, ClipTime.frame("3.5", uneven));
        assertThrows(IllegalArgumentException.class, () -> ClipTime.frame("3.6", uneven));
    }
}
