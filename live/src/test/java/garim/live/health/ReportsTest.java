package garim.live.health;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import garim.engine.pipeline.LiveShedding;
import garim.engine.pipeline.LiveVerdict;
import garim.live.LiveEvent;
import garim.live.camera.CameraFigures;
import garim.live.camera.CameraState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ReportsTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private static CameraFigures figures(CameraState state) {
        return new CameraFigures(
                "gate",
                state,
                state == CameraState.WHOLE ? Optional.of(LiveVerdict.Reason.LATE) : Optional.empty(),
                LiveShedding.FEWER_LOOKS,
                1280,
                720,
                100,
                90,
                7,
                3,
                0,
                2,
                50,
                12,
                1,
                4.25,
                120.5,
                412.5,
                498);
    }

    @Test
    void metricsAreWhatPrometheusReads() {
        String text = Metrics.of(List.of(figures(CameraState.TARGETS)));
        assertTrue(text.contains("# TYPE garim_frames_in_total counter\ngarim_frames_in_total{camera=\"gate\"} 100\n"));
        assertTrue(text.contains("garim_frames_raw_total{camera=\"gate\"} 0\n"));
        assertTrue(text.contains("garim_thorough_looks_total{camera=\"gate\"} 12\n"));
        assertTrue(text.contains("garim_looks_per_second{camera=\"gate\"} 4.2500\n"));
        assertTrue(text.contains("garim_added_latency_seconds{camera=\"gate\",quantile=\"0.95\"} 0.4980\n"));
        for (String line : text.lines().toList()) {
            assertTrue(line.matches("# (HELP|TYPE) garim_\\w+ .+|garim_\\w+\\{[^}]+} -?[\\d.]+"), line);
        }
    }

    @Test
    void healthTellsEveryFigureAndWhetherAllIsWell() throws JsonProcessingException {
        HealthJson json = new HealthJson();
        JsonNode good = new JsonMapper().readTree(json.health(List.of(figures(CameraState.TARGETS))));
        assertEquals("ok", good.path("status").asText());
        assertEquals("targets", good.at("/cameras/0/state").asText());
        assertEquals("fewer-looks", good.at("/cameras/0/shedding").asText());
        assertEquals(498, good.at("/cameras/0/latencyP95Millis").asDouble());
        for (CameraState state : CameraState.values()) {
            assertEquals(state == CameraState.TARGETS, HealthJson.isHealthy(List.of(figures(state))));
        }
    }

    @Test
    void everyEventHasASentenceInEveryLanguage() {
        for (Locale locale : EventSentences.LANGUAGES) {
            EventSentences sentences = new EventSentences(locale);
            for (LiveEvent.Kind kind : LiveEvent.Kind.values()) {
                String text = sentences.of(new LiveEvent(NOON, "gate", kind, List.of("late", "7")));
                assertTrue(text.startsWith("gate: "), text);
                assertFalse(text.contains("{"), text);
            }
        }
    }

    @Test
    void everyReasonIsTranslated() {
        for (Locale locale : EventSentences.LANGUAGES) {
            ResourceBundle bundle = ResourceBundle.getBundle("garim.live.events", locale);
            Stream.concat(Stream.of(LiveVerdict.Reason.values()), Stream.of(LiveShedding.values()))
                    .map(value ->
                            "word." + value.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                    .forEach(key -> assertTrue(bundle.containsKey(key), key + " in " + locale));
        }
    }

    @Test
    void keepsTheLatestEventsAndTellsThemOn() {
        List<LiveEvent> told = new ArrayList<>();
        EventLog log = new EventLog(told::add);
        for (int i = 0; i < 300; i++) {
            log.accept(new LiveEvent(NOON.plusSeconds(i), "gate", LiveEvent.Kind.TARGETS, List.of()));
        }
        assertEquals(300, told.size());
        assertEquals(200, log.latest().size());
        assertEquals(NOON.plusSeconds(299), log.latest().getFirst().at());
    }
}
