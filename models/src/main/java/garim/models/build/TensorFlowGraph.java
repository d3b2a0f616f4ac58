package garim.models.build;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * A TensorFlow.js graph model as published: its nodes and its constants by name.
 *
 * <p>Source of the format: TensorFlow.js converter, {@code model.json} of a graph model with a weights manifest.
 */
final class TensorFlowGraph {
    private final Map<String, TensorFlowNode> nodes = new HashMap<>();
    private final Map<String, StoredTensor> constants = new HashMap<>();

    /**
     * Reads a model.
     *
     * @param json the {@code model.json}
     * @param data the values of all constants, one after the other
     * @throws IllegalArgumentException when it is not such a model, or the two do not fit together
     */
    TensorFlowGraph(byte[] json, byte[] data) {
        JsonNode model = parse(json);
        for (JsonNode node : model.path("modelTopology").path("node")) {
            nodes.put(node.path("name").asText(), TensorFlowNode.of(node));
        }
        int at = 0;
        for (JsonNode group : model.path("weightsManifest")) {
            for (JsonNode weights : group.path("weights")) {
                at = read(weights, data, at);
            }
        }
        if (at != data.length) {
            throw new IllegalArgumentException("the graph describes " + at + " of " + data.length + " bytes");
        }
    }

    private static JsonNode parse(byte[] json) {
        try {
            return new ObjectMapper().readTree(json);
        } catch (IOException e) {
            throw new IllegalArgumentException("the graph is not JSON", e);
        }
    }

    private int read(JsonNode weights, byte[] data, int at) {
        String name = weights.path("name").asText();
        JsonNode quantized = weights.path("quantization").path("dtype");
        StoredTensor.Type type =
                StoredTensor.Type.named(quantized.asText(weights.path("dtype").asText()));
        long[] shape = new long[weights.path("shape").size()];
        Arrays.setAll(shape, i -> weights.path("shape").path(i).asLong());
        long end = at + (long) StoredTensor.count(shape) * type.width();
        if (end > data.length) {
            throw new IllegalArgumentException("the values of " + name + " lie behind the end of the data");
        }
        constants.put(name, new StoredTensor(name, shape, type, Arrays.copyOfRange(data, at, (int) end)));
        return (int) end;
    }

    /** The node of this name. */
    TensorFlowNode node(String name) {
        TensorFlowNode node = nodes.get(name);
        if (node == null) {
            throw new IllegalArgumentException("the graph lacks the node " + name);
        }
        return node;
    }

    /** True when a node is a constant. */
    boolean isConstant(String name) {
        return constants.containsKey(name);
    }

    /** The constant of this name. */
    StoredTensor constant(String name) {
        StoredTensor constant = constants.get(name);
        if (constant == null) {
            throw new IllegalArgumentException("the graph lacks the constant " + name);
        }
        return constant;
    }
}
