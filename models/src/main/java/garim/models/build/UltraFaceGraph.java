package garim.models.build;

import garim.models.build.ProtoReader.Field;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Frees UltraFace from its fixed input size: the graph ends before the baked-in priors are applied, and the sides of the
 * input become variables. The outputs are {@code scores} and {@code locations}.
 */
final class UltraFaceGraph {
    private static final int MODEL_GRAPH = 7;
    private static final int GRAPH_NODE = 1;
    private static final int GRAPH_CONSTANT = 5;
    private static final int GRAPH_INPUT = 11;
    private static final int GRAPH_OUTPUT = 12;
    private static final int GRAPH_VALUE = 13;

    private final Map<String, Node> producers = new HashMap<>();

    private record Node(String operator, List<String> inputs, List<String> outputs) {
        static Node of(byte[] message) {
            List<Field> fields = ProtoReader.fields(message);
            return new Node(String.join("", texts(fields, 4)), texts(fields, 1), texts(fields, 2));
        }

        private static List<String> texts(List<Field> fields, int number) {
            return fields.stream()
                    .filter(f -> f.number() == number)
                    .map(Field::text)
                    .toList();
        }
    }

    private UltraFaceGraph(List<Field> graph) {
        for (Field field : graph) {
            if (field.number() == GRAPH_NODE) {
                Node node = Node.of(field.bytes());
                node.outputs().forEach(output -> producers.put(output, node));
            }
        }
    }

    /**
     * Converts the published file.
     *
     * @throws IllegalArgumentException when it is not the expected graph
     */
    static byte[] convert(byte[] published) {
        ProtoWriter model = new ProtoWriter();
        for (Field field : ProtoReader.fields(published)) {
            if (field.number() == MODEL_GRAPH) {
                List<Field> graph = ProtoReader.fields(field.bytes());
                model.message(MODEL_GRAPH, new UltraFaceGraph(graph).cut(graph));
            } else {
                field.copyTo(model);
            }
        }
        return model.toBytes();
    }

    private ProtoWriter cut(List<Field> graph) {
        String locations = rawLocations();
        Set<String> needed = neededFor(List.of("scores", locations));
        ProtoWriter result = new ProtoWriter();
        for (Field field : graph) {
            switch (field.number()) {
                case GRAPH_NODE -> {
                    if (Node.of(field.bytes()).outputs().stream().anyMatch(needed::contains)) {
                        field.copyTo(result);
                    }
                }
                case GRAPH_CONSTANT -> {
                    if (ProtoReader.fields(field.bytes()).stream()
                            .anyMatch(f -> f.number() == 8 && needed.contains(f.text()))) {
                        field.copyTo(result);
                    }
                }
                case GRAPH_INPUT, GRAPH_OUTPUT, GRAPH_VALUE -> {} // written anew below, or not needed
                default -> field.copyTo(result);
            }
        }
        return result.message(GRAPH_NODE, rename(locations))
                .message(GRAPH_INPUT, OnnxGraph.pictureInput("input"))
                .message(GRAPH_OUTPUT, OnnxGraph.floatOutput("scores"))
                .message(GRAPH_OUTPUT, OnnxGraph.floatOutput("locations"));
    }

    private static ProtoWriter rename(String tensor) {
        return new ProtoWriter().text(1, tensor).text(2, "locations").text(4, "Identity");
    }

    /** The nearest tensor above {@code boxes} that joins the reshaped outputs of the regression heads. */
    private String rawLocations() {
        Deque<String> open = new ArrayDeque<>(List.of("boxes"));
        while (!open.isEmpty()) {
            String tensor = open.remove();
            Node node = producers.get(tensor);
            if (node != null && joinsReshapes(node)) {
                return tensor;
            }
            if (node != null) {
                open.addAll(node.inputs());
            }
        }
        throw new IllegalArgumentException("no joined box locations in the graph");
    }

    private boolean joinsReshapes(Node node) {
        return node.operator().equals("Concat")
                && node.inputs().stream().allMatch(input -> {
                    Node producer = producers.get(input);
                    return producer != null && producer.operator().equals("Reshape");
                });
    }

    private Set<String> neededFor(List<String> outputs) {
        Set<String> needed = new LinkedHashSet<>();
        Deque<String> open = new ArrayDeque<>(outputs);
        while (!open.isEmpty()) {
            String tensor = open.remove();
            if (needed.add(tensor)) {
                Node node = producers.get(tensor);
                if (node != null) {
                    open.addAll(node.inputs());
                }
            }
        }
        return needed;
    }
}
