package garim.models.build;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.StreamSupport;

/**
 * One node of a TensorFlow.js graph model: an operator, the nodes it reads, and its attributes.
 *
 * @param name unique in the graph
 * @param operator TensorFlow's name of the operation
 * @param inputs names of the nodes it reads
 * @param attributes as they stand in the file
 */
record TensorFlowNode(String name, String operator, List<String> inputs, JsonNode attributes) {
    TensorFlowNode {
        inputs = List.copyOf(inputs);
    }

    /** Reads a node from its JSON. */
    static TensorFlowNode of(JsonNode json) {
        List<String> inputs = new ArrayList<>();
        json.path("input").forEach(input -> inputs.add(withoutPort(input.asText())));
        return new TensorFlowNode(json.path("name").asText(), json.path("op").asText(), inputs, json.path("attr"));
    }

    /** The node name in a reference; all operators understood here have one output. */
    private static String withoutPort(String reference) {
        return reference.endsWith(":0") ? reference.substring(0, reference.length() - 2) : reference;
    }

    /**
     * The name of an input.
     *
     * @throws IllegalArgumentException when the node has fewer inputs
     */
    String input(int index) {
        if (index >= inputs.size()) {
            throw new IllegalArgumentException("the node " + name + " lacks its input " + index);
        }
        return inputs.get(index);
    }

    /** The row and column entries of an attribute in the order picture, row, column, channel. */
    long[] rowAndColumn(String attribute) {
        JsonNode list = attributes.path(attribute).path("list").path("i");
        long[] values = StreamSupport.stream(list.spliterator(), false)
                .flatMapToLong(v -> LongStream.of(v.asLong()))
                .toArray();
        if (values.length != 4) {
            throw new IllegalArgumentException("the node " + name + " lacks its " + attribute);
        }
        return new long[] {values[1], values[2]};
    }

    /** A number. */
    float decimal(String attribute) {
        JsonNode value = attributes.path(attribute).path("f");
        if (!value.isNumber()) {
            throw new IllegalArgumentException("the node " + name + " lacks its " + attribute);
        }
        return value.floatValue();
    }

    /** Ends the conversion unless a text attribute has the one value that is understood. */
    void requireText(String attribute, String expected) {
        String coded = attributes.path(attribute).path("s").asText();
        String text = new String(Base64.getDecoder().decode(coded), StandardCharsets.UTF_8);
        if (!text.equals(expected)) {
            throw new IllegalArgumentException("the node " + name + " has " + attribute + " \"" + text + "\"");
        }
    }

    /** A yes or no; absent means no. */
    boolean flag(String attribute) {
        return attributes.path(attribute).path("b").asBoolean();
    }
}
