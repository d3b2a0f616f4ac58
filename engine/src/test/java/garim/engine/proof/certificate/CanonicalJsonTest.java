package garim.engine.proof.certificate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever says the same is written the same, as RFC 8785 writes it. */
final class CanonicalJsonTest {
    private final CanonicalJson canonical = new CanonicalJson();

    private String of(String json) {
        return new String(canonical.of(json), StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @CsvSource({
        "1.0, 1",
        "-0.0, 0",
        "1e2, 100",
        "12.340, 12.34",
        "4.50, 4.5",
        "2e-3, 0.002",
        "0.000001, 0.000001",
        "0.0000001, 1e-7",
        "-1.5e-9, -1.5e-9",
        "333333333.33333329, 333333333.3333333",
        "1E30, 1e+30",
        "1e21, 1e+21",
        "1e20, 100000000000000000000",
        "123456789012345678901234, 123456789012345678901234",
    })
    void writesNumbersInOneSpelling(String number, String expected) {
        assertEquals("[" + expected + "]", of("[" + number + "]"));
    }

    @Test
    void writesTextAsTheStandardSays() {
        // the example of RFC 8785, 3.2.2
        String json =
                "{\"string\":\"\\u20ac$\\u000F\\u000aA'\\u0042\\u0022\\u005c\\\\\\\"\\/\",\"literals\":[null,true,false]}";
        assertEquals("{\"literals\":[null,true,false],\"string\":\"€$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"}", of(json));
    }

    @Test
    void putsNamesInOrderOfTheirUnits() {
        // a surrogate pair comes before the presentation form that a code point order would put first
        assertEquals(
                "{\"\":1,\"A\":2,\"a\":3,\"\u00f6\":4,\"\u20ac\":5,\"\ud83d\ude00\":6,\"\ufb33\":7}",
                of("{\"\u20ac\":5,\"\ufb33\":7,\"a\":3,\"\":1,\"\ud83d\ude00\":6,\"\u00f6\":4,\"A\":2}"));
    }

    @RepeatedTest(30)
    void writesTheSameWhateverOrderAndSpaceItWasGivenIn(RepetitionInfo repetition) throws IOException {
        Random random = new Random(repetition.getCurrentRepetition());
        ObjectMapper tidy =
                JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
        ObjectNode node = random(tidy, random, 3);
        String once = of(node.toString());
        assertEquals(once, of(tidy.writeValueAsString(shuffled(tidy, node, random))));
        assertEquals(once, of(once));
        assertEquals(tidy.readTree(node.toString()), tidy.readTree(once));
    }

    private static ObjectNode random(ObjectMapper mapper, Random random, int depth) {
        ObjectNode node = mapper.createObjectNode();
        for (int i = 0; i < 6; i++) {
            String name = Integer.toString(random.nextInt(10_000), 36);
            switch (random.nextInt(depth > 0 ? 5 : 3)) {
                case 0 -> node.put(name, random.nextInt());
                case 1 -> node.put(name, Math.round(random.nextDouble() * 100) / 100.0 + 0.005);
                case 2 -> node.put(name, "가\t" + (char) random.nextInt(0x2fff));
                case 3 -> node.set(name, random(mapper, random, depth - 1));
                default -> {
                    ArrayNode array = node.putArray(name);
                    array.add(random(mapper, random, depth - 1));
                    array.add(random.nextBoolean());
                }
            }
        }
        return node;
    }

    private static ObjectNode shuffled(ObjectMapper mapper, ObjectNode node, Random random) {
        List<String> names = new ArrayList<>();
        node.fieldNames().forEachRemaining(names::add);
        Collections.shuffle(names, random);
        ObjectNode other = mapper.createObjectNode();
        for (String name : names) {
            other.set(
                    name,
                    node.get(name) instanceof ObjectNode inner ? shuffled(mapper, inner, random) : node.get(name));
        }
        return other;
    }

    @ParameterizedTest
    @CsvSource({"'{\"a\":1,\"a\":2}'", "'{} {}'", "'{'", "'[1e999]'"})
    void refusesWhatSaysNothingForSure(String json) {
        assertThrows(IllegalArgumentException.class, () -> canonical.of(json));
    }
}
