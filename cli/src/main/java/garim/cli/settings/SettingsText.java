package garim.cli.settings;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.MapperBuilder;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Reads YAML, or JSON where the name of the file ends so; unknown and doubled keys are refused. */
final class SettingsText {
    private SettingsText() {}

    /**
     * Reads a value.
     *
     * @throws IllegalArgumentException saying in which line what is wrong
     */
    static <T> T read(String fileName, String text, Class<T> type) {
        if (text.isBlank()) {
            throw new IllegalArgumentException("it is empty");
        }
        boolean isJson = fileName.toLowerCase(Locale.ROOT).endsWith(".json");
        ObjectMapper mapper = isJson ? strict(JsonMapper.builder()) : strict(YAMLMapper.builder());
        try {
            T value = mapper.readValue(text, type);
            if (value == null) {
                throw new IllegalArgumentException("there is nothing in it");
            }
            return value;
        } catch (JacksonException e) {
            throw new IllegalArgumentException(place(e, text) + reason(e), e);
        }
    }

    private static ObjectMapper strict(MapperBuilder<?, ?> builder) {
        return builder.enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
                .build();
    }

    private static String place(JacksonException e, String text) {
        OptionalInt line = line(e, text);
        String where = line.isPresent() ? "line " + line.getAsInt() + ": " : "";
        return e instanceof JsonMappingException mapping && !mapping.getPath().isEmpty()
                ? where + "at \"" + path(mapping) + "\": "
                : where;
    }

    private static OptionalInt line(JacksonException e, String text) {
        if (e instanceof UnrecognizedPropertyException unknown) {
            // the reader reports it only when it has read on
            Pattern key = Pattern.compile("\\b" + Pattern.quote(unknown.getPropertyName()) + "[\"']?\\s*:");
            List<String> lines = text.lines().toList();
            return IntStream.range(0, lines.size())
                    .filter(i -> key.matcher(lines.get(i)).find())
                    .map(i -> i + 1)
                    .findFirst();
        }
        return e.getLocation() == null
                ? OptionalInt.empty()
                : OptionalInt.of(e.getLocation().getLineNr());
    }

    private static String path(JsonMappingException e) {
        return e.getPath().stream()
                .map(step -> step.getFieldName() == null ? String.valueOf(step.getIndex() + 1) : step.getFieldName())
                .collect(Collectors.joining("."));
    }

    private static String reason(JacksonException e) {
        return switch (e) {
            case UnrecognizedPropertyException unknown ->
                "this key is not known; the keys are "
                        + unknown.getKnownPropertyIds().stream()
                                .map(Object::toString)
                                .sorted()
                                .toList();
            case InvalidFormatException wrong
            when wrong.getTargetType().isEnum() ->
                "\"" + wrong.getValue() + "\" is none of " + words(wrong.getTargetType());
            case JsonMappingException mapping
            when mapping.getCause() instanceof IllegalArgumentException cause ->
                Objects.requireNonNullElse(cause.getMessage(), "not possible");
            default -> firstLine(e.getOriginalMessage());
        };
    }

    private static String words(Class<?> kind) {
        return Arrays.stream(kind.getEnumConstants())
                .map(value -> value.toString().toLowerCase(Locale.ROOT))
                .toList()
                .toString();
    }

    private static String firstLine(String message) {
        return message.lines().findFirst().orElse("").strip();
    }
}
