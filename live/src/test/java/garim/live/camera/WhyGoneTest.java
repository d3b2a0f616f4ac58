package garim.live.camera;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import garim.engine.frame.EngineException;
import garim.engine.frame.ErrorCode;
import garim.live.LiveEvent;
import garim.live.health.EventSentences;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WhyGoneTest {
    private static final Map<String, String> SAID = Map.of(
            "Server returned 401 Unauthorized (authorization failed)", "login-refused",
            "Server returned 403 Forbidden (access denied)", "login-refused",
            "Server returned 404 Not Found", "no-such-stream",
            "Connection refused", "connection-refused",
            "Connection timed out", "silent",
            "Immediate exit requested", "silent",
            "No route to host", "unreachable",
            "Name or service not known", "unreachable",
            "Invalid data found when processing input", "no-pictures-understood",
            "Connection reset by peer", "connection-lost");

    private static EngineException said(String detail) {
        return new EngineException(ErrorCode.INPUT_MISSING, "camera", detail);
    }

    @Test
    void everyReasonHasAWordThatEveryLanguageCanSay() {
        SAID.forEach((detail, word) -> {
            assertEquals(word, WhyGone.of(said(detail)));
            for (Locale language : EventSentences.LANGUAGES) {
                LiveEvent gone = new LiveEvent(Instant.EPOCH, "gate", LiveEvent.Kind.GONE, List.of(word, "4"));
                assertFalse(new EventSentences(language).of(gone).contains(word), word + " " + language);
            }
        });
    }

    @Test
    void whatNobodyHasAWordForIsToldAsItWasSaid() {
        assertEquals("Too many levels", WhyGone.of(said("Too many levels")));
    }

    @Test
    void aStreamWithoutVideoIsToldSo() {
        EngineException sound = new EngineException(ErrorCode.INPUT_NOT_VIDEO, "camera", "only sound");
        assertEquals("no-pictures-understood", WhyGone.of(sound));
    }
}
