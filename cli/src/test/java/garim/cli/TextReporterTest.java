package garim.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class TextReporterTest extends ReporterContract {
    @Override
    Reporter reporter(Locale locale) {
        return recording.console(locale).reporter(false);
    }

    @Test
    void keepsTroubleApartFromResults() {
        Reporter reporter = reporter(Locale.ENGLISH);
        reporter.done("masked", Map.of(), "a.mp4: done");
        reporter.warn("a.mp4", "it ends early");
        assertEquals("a.mp4: done", recording.outLines().getFirst());
        assertEquals("a.mp4: note: it ends early", recording.errLines().getFirst());
    }
}
