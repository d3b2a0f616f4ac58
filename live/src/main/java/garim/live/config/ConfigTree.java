package garim.live.config;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Reads YAML into nodes that know their lines; what is not YAML is one problem, as nobody can tell what follows. */
final class ConfigTree {
    private final JsonParser parser;
    private final Problems problems;

    private ConfigTree(JsonParser parser, Problems problems) {
        this.parser = parser;
        this.problems = problems;
    }

    /** The top section; empty, and a problem noted, when there is none. */
    static Optional<ConfigNode.Section> read(String text, Problems problems) {
        try (JsonParser parser = new YAMLFactory().createParser(text)) {
            parser.nextToken();
            if (parser.currentToken() != JsonToken.START_OBJECT) {
                problems.add(1, "write keys, as in \"cameras:\"");
                return Optional.empty();
            }
            return Optional.of(new ConfigTree(parser, problems).section());
        } catch (JacksonException e) {
            int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
            // Only the first line: what follows quotes the file, and a password may stand there.
            problems.add(
                    line,
                    "this is no YAML: "
                            + e.getOriginalMessage().lines().findFirst().orElse(""));
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private int line() {
        return parser.currentTokenLocation().getLineNr();
    }

    private ConfigNode node() throws IOException {
        return switch (Objects.requireNonNull(parser.currentToken())) {
            case START_OBJECT -> section();
            case START_ARRAY -> items();
            case VALUE_NULL -> new ConfigNode.Value(line(), "");
            default -> new ConfigNode.Value(line(), Objects.requireNonNullElse(parser.getText(), ""));
        };
    }

    private ConfigNode.Section section() throws IOException {
        int line = line();
        Map<String, ConfigNode> entries = new LinkedHashMap<>();
        Map<String, Integer> lines = new HashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String key = parser.currentName();
            int keyLine = line();
            parser.nextToken();
            ConfigNode value = node();
            if (entries.putIfAbsent(key, value) != null) {
                problems.add(keyLine, "\"" + key + "\" stands twice; the first is in line " + lines.get(key));
            } else {
                lines.put(key, keyLine);
            }
        }
        return new ConfigNode.Section(line, entries, lines);
    }

    private ConfigNode.Items items() throws IOException {
        int line = line();
        List<ConfigNode> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(node());
        }
        return new ConfigNode.Items(line, items);
    }
}
