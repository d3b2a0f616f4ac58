package garim.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import garim.engine.pipeline.Stage;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.LongSupplier;

/** Writes one JSON object a line: {@code progress}, {@code warning}, {@code failed}, and one event per result. */
final class JsonReporter implements Reporter {
    private static final long PROGRESS_EVERY_NANOS = 500_000_000L;

    private final PrintStream out;
    private final Messages messages;
    private final LongSupplier nanoTime;
    private final ObjectMapper mapper = new ObjectMapper();
    private long lastProgress;

    JsonReporter(PrintStream out, Messages messages, LongSupplier nanoTime) {
        this.out = out;
        this.messages = messages;
        this.nanoTime = nanoTime;
        this.lastProgress = nanoTime.getAsLong() - PROGRESS_EVERY_NANOS;
    }

    @Override
    public void progress(String subject, Stage stage, long frames, OptionalLong total) {
        long now = nanoTime.getAsLong();
        if (now - lastProgress >= PROGRESS_EVERY_NANOS) {
            lastProgress = now;
            Map<String, Object> facts = new LinkedHashMap<>();
            facts.put("input", subject);
            facts.put("stage", stage.name().toLowerCase(Locale.ROOT));
            facts.put("frames", frames);
            total.ifPresent(count -> facts.put("totalFrames", count));
            line("progress", facts);
        }
    }

    @Override
    public void done(String event, Map<String, Object> facts, String sentence) {
        line(event, facts);
    }

    @Override
    public void noted(String event, Map<String, Object> facts) {
        line(event, facts);
    }

    @Override
    public void warn(String subject, String sentence) {
        line("warning", Map.of("input", subject, "message", sentence));
    }

    @Override
    public void failed(Failure failure) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("input", failure.subject());
        facts.put("code", failure.code());
        facts.put("detail", failure.detail());
        facts.put("message", failure.sentence(messages));
        line("failed", facts);
    }

    private void line(String event, Map<String, Object> facts) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("event", event);
        all.putAll(facts);
        try {
            out.println(mapper.writeValueAsString(all));
            out.flush();
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
