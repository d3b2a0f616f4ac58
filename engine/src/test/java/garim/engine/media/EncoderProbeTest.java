package garim.engine.media;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import garim.engine.frame.Trial;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whatever hardware there is, an encoder is found, and of each that does not work it is known why. */
final class EncoderProbeTest {
    @Test
    void theBestIsOneThatWorks() {
        EncoderProbe.Choice best = EncoderProbe.best();
        assertTrue(MediaLibrary.hasEncoder(best.encoder()), best.encoder());
        List<String> working = EncoderProbe.all().stream()
                .filter(Trial::isUsable)
                .map(Trial::name)
                .toList();
        assertEquals(working.isEmpty() ? WriteSettings.DEFAULT_ENCODER : working.getFirst(), best.encoder());
        assertEquals(working.isEmpty(), !best.refused().isEmpty(), "a fallback has its reasons");
    }

    @Test
    void oneThatDoesNotWorkSaysWhy() {
        assertTrue(EncoderProbe.all().stream()
                .allMatch(trial -> trial.isUsable() == trial.detail().isEmpty()));
    }
}
