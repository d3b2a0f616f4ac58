package garim.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import garim.engine.pipeline.Stage;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

final class JsonReporterTest extends ReporterContract {
    @Override
    Reporter reporter(Locale locale) {
        return recording.console(locale).reporter(true);
    }

    private JsonNode line(int index) throws JsonProcessingException {
        return new ObjectMapper().readTree(recording.outLines().get(index));
    }

    @Test
    void writesOneObjectALineWithItsEvent() throws JsonProcessingException {
        Reporter reporter = reporter(Locale.ENGLISH);
        reporter.progress("a.mp4", Stage.RENDER, 7, OptionalLong.of(9));
        reporter.done("masked", Map.of("frames", 9), "two\nlines");
        reporter.failed(new Failure("OUTPUT_FAILED", "say \"b\".mp4", "no space"));
        assertEquals("progress", line(0).path("event").asText());
        assertEquals("render", line(0).path("stage").asText());
        assertEquals(7, line(0).path("frames").asInt());
        assertEquals(9, line(0).path("totalFrames").asInt());
        assertEquals(9, line(1).path("frames").asInt());
        assertEquals("say \"b\".mp4", line(2).path("input").asText());
        assertEquals("OUTPUT_FAILED", line(2).path("code").asText());
        assertTrue(line(2).path("message").asText().contains("no space"));
        assertEquals("", recording.err());
    }
}
