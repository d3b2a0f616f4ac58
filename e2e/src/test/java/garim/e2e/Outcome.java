package garim.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.regex.Pattern;

/**
 * How a process ended.
 *
 * @param exitCode what it gave back
 * @param out all of its standard output
 * @param err all of its error output
 */
record Outcome(int exitCode, String out, String err) {
    private static final Pattern STACK_TRACE =
            Pattern.compile("(?m)^\\s+at \\S+\\(|Exception in thread|SIGSEGV|# A fatal error");
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Checks the exit code; what the process said is in the message. */
    Outcome requireExit(int expected) {
        assertEquals(expected, exitCode, this::toString);
        return this;
    }

    /** No user ever sees a stack trace or a crash report. */
    Outcome requireNoTrace() {
        assertFalse(STACK_TRACE.matcher(out + err).find(), this::toString);
        return this;
    }

    /** The error output is exactly one line; what the line is comes back. */
    String onlyErrorLine() {
        List<String> lines = err.lines().toList();
        assertEquals(1, lines.size(), this::toString);
        return lines.getFirst();
    }

    /** The events of a run with {@code --json}; every line must be one object with an event. */
    List<JsonNode> events() {
        List<JsonNode> events = out.lines().map(Outcome::parse).toList();
        events.forEach(event -> assertTrue(event.hasNonNull("event"), event::toString));
        return events;
    }

    /** The events of one kind. */
    List<JsonNode> events(String kind) {
        return events().stream()
                .filter(event -> event.path("event").asText().equals(kind))
                .toList();
    }

    private static JsonNode parse(String line) {
        try {
            return JSON.readTree(line);
        } catch (JsonProcessingException e) {
            throw new AssertionError("not JSON: " + line, e);
        }
    }
}
