package garim.engine.media;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Whatever hardware there is, an encoder is found, and of each that does not work it is known why. */
final class EncoderProbeTest {
    @Test
    void theBestIsOneThatWorks() {
        String best = EncoderProbe.best();
        assertTrue(MediaLibrary.hasEncoder(best), best);
        List<String> working = EncoderProbe.all().stream()
                .filter(EncoderProbe.Outcome::works)
                .map(EncoderProbe.Outcome::encoder)
                .toList();
        assertEquals(working.isEmpty() ? WriteSettings.DEFAULT_ENCODER : working.getFirst(), best);
    }

    @Test
    void oneThatDoesNotWorkSaysWhy() {
        assertTrue(EncoderProbe.all().stream()
                .allMatch(outcome -> outcome.works() == outcome.detail().isEmpty()));
    }
}
