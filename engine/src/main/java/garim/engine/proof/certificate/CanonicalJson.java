package garim.engine.proof.certificate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * The one way to write a JSON document: no spaces, names in order, every number and character in one spelling (RFC 8785,
 * with whole numbers always written out). Two documents that say the same have the same canonical form.
 */
public final class CanonicalJson {
    private static final int SMALLEST_PLAIN_EXPONENT = -7;
    private static final int LARGEST_PLAIN_EXPONENT = 21;

    private final ObjectMapper mapper = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /**
     * The canonical form of a document.
     *
     * @throws IllegalArgumentException when it is no JSON, or names something twice
     */
    public byte[] of(String json) {
        return bytes(parse(json));
    }

    /** SHA-256 of the canonical form in lower-case hex; exceptions as {@link #of}. */
    public String sha256(String json) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(of(json)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }

    JsonNode parse(String json) {
        try {
            return mapper.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e.getOriginalMessage(), e);
        }
    }

    byte[] bytes(JsonNode node) {
        StringBuilder text = new StringBuilder();
        write(node, text);
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private void write(JsonNode node, StringBuilder text) {
        switch (node.getNodeType()) {
            case OBJECT -> writeObject(node, text);
            case ARRAY -> writeArray(node, text);
            case STRING -> writeString(node.textValue(), text);
            case NUMBER -> text.append(number(node));
            case BOOLEAN -> text.append(node.booleanValue());
            case NULL -> text.append("null");
            case BINARY, MISSING, POJO -> throw new IllegalArgumentException("not a JSON document");
        }
    }

    private void writeObject(JsonNode node, StringBuilder text) {
        List<String> names = new ArrayList<>();
        node.fieldNames().forEachRemaining(names::add);
        names.sort(null);
        String separator = "{";
        for (String name : names) {
            text.append(separator);
            writeString(name, text);
            text.append(':');
            write(node.path(name), text);
            separator = ",";
        }
        text.append(names.isEmpty() ? "{}" : "}");
    }

    private void writeArray(JsonNode node, StringBuilder text) {
        String separator = "[";
        for (JsonNode element : node) {
            text.append(separator);
            write(element, text);
            separator = ",";
        }
        text.append(node.isEmpty() ? "[]" : "]");
    }

    private static void writeString(String value, StringBuilder text) {
        text.append('"');
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '"' -> text.append("\\\"");
                case '\\' -> text.append("\\\\");
                case '\b' -> text.append("\\b");
                case '\t' -> text.append("\\t");
                case '\n' -> text.append("\\n");
                case '\f' -> text.append("\\f");
                case '\r' -> text.append("\\r");
                default -> text.append(c < ' ' ? "\\u%04x".formatted((int) c) : String.valueOf(c));
            }
        }
        text.append('"');
    }

    /** As ECMAScript writes a number; whole numbers of any size are written out. */
    private static String number(JsonNode node) {
        if (node.isIntegralNumber()) {
            return node.bigIntegerValue().toString();
        }
        double value = node.doubleValue();
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("a number is too large");
        }
        if (value == 0) {
            return "0";
        }
        BigDecimal shortest = new BigDecimal(Double.toString(value)).stripTrailingZeros();
        int exponent = shortest.precision() - shortest.scale();
        if (exponent > SMALLEST_PLAIN_EXPONENT + 1 && exponent <= LARGEST_PLAIN_EXPONENT) {
            return shortest.toPlainString();
        }
        String digits = shortest.unscaledValue().abs().toString();
        String fraction = digits.length() > 1 ? "." + digits.substring(1) : "";
        String sign = exponent > 0 ? "e+" : "e-";
        return (value < 0 ? "-" : "") + digits.charAt(0) + fraction + sign + Math.abs(exponent - 1);
    }
}
