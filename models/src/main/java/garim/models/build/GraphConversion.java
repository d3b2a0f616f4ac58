package garim.models.build;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Turns the part of a TensorFlow graph that an output needs into ONNX nodes.
 *
 * <p>TensorFlow changes between channels last and channels first by transposing; ONNX wants channels first throughout. Every
 * tensor is therefore emitted channels first, and a transposition only notes in which order the graph means it.
 */
final class GraphConversion {
    private static final List<Integer> TO_FIRST = List.of(0, 3, 1, 2);
    private static final List<Integer> TO_LAST = List.of(0, 2, 3, 1);

    private final TensorFlowGraph source;
    private final OnnxGraph target;
    private final Map<String, Float> scales;
    private final Map<String, Value> done = new HashMap<>();
    private final Set<String> open = new HashSet<>();

    /** An emitted tensor, always channels first, and the order in which the TensorFlow graph sees it. */
    private record Value(String tensor, boolean channelsLast) {}

    /**
     * Creates a conversion.
     *
     * @param source the published graph
     * @param target takes the nodes
     * @param scales factor of each resizing node, whose fixed size is replaced
     */
    GraphConversion(TensorFlowGraph source, OnnxGraph target, Map<String, Float> scales) {
        this.source = source;
        this.target = target;
        this.scales = Map.copyOf(scales);
    }

    /** Takes an ONNX tensor, channels first, for a node of the graph; what lies before the node is not converted. */
    void start(String node, String tensor) {
        done.put(node, new Value(tensor, false));
    }

    /** Converts what a node needs and makes it an output, channels first. */
    void output(String node, String name) {
        target.output(target.node("Identity", List.of(value(node).tensor()), name));
    }

    private Value value(String name) {
        Value known = done.get(name);
        if (known != null) {
            return known;
        }
        if (!open.add(name)) {
            throw new IllegalArgumentException("the graph runs in a circle through " + name);
        }
        Value value = emit(source.node(name));
        done.put(name, value);
        return value;
    }

    private Value emit(TensorFlowNode node) {
        return switch (node.operator()) {
            case "Conv2D" -> convolution(node);
            case "Add", "AddV2" -> sum(node);
            case "LeakyRelu" -> leakyRelu(node);
            case "Pad", "PadV2" -> padding(node);
            case "MaxPool" -> maximum(node);
            case "ConcatV2" -> concatenation(node);
            case "ResizeBilinear" -> resizing(node);
            case "Transpose" -> transposition(node);
            default ->
                throw new IllegalArgumentException(
                        "the operator " + node.operator() + " of " + node.name() + " is not understood");
        };
    }

    private Value convolution(TensorFlowNode node) {
        node.requireText("padding", "VALID");
        Value x = channelsLast(node, 0);
        StoredTensor filters = source.constant(node.input(1));
        byte[] turned = filters.filtersOutFirst();
        long[] shape = filters.shape();
        String stored =
                target.halves(filters.name() + "/halves", new long[] {shape[3], shape[2], shape[0], shape[1]}, turned);
        String wide = target.node("Cast", List.of(stored), node.name() + "/filters", OnnxGraph.integer("to", 1));
        target.node(
                "Conv",
                List.of(x.tensor(), wide),
                node.name(),
                OnnxGraph.integers("strides", node.rowAndColumn("strides")),
                OnnxGraph.integers("dilations", node.rowAndColumn("dilations")));
        return new Value(node.name(), true);
    }

    private Value sum(TensorFlowNode node) {
        Value x = value(node.input(0));
        if (source.isConstant(node.input(1))) {
            return biased(node, channelsLast(node, 0));
        }
        Value y = value(node.input(1));
        requireSameOrder(node, List.of(x, y));
        return new Value(target.node("Add", List.of(x.tensor(), y.tensor()), node.name()), x.channelsLast());
    }

    private Value biased(TensorFlowNode node, Value x) {
        StoredTensor bias = source.constant(node.input(1));
        if (bias.shape().length != 1) {
            throw new IllegalArgumentException("the bias " + bias.name() + " is not one value a channel");
        }
        String values = target.floats(bias.name(), new long[] {bias.shape()[0], 1, 1}, bias.floats());
        return new Value(target.node("Add", List.of(x.tensor(), values), node.name()), true);
    }

    private Value leakyRelu(TensorFlowNode node) {
        Value x = value(node.input(0));
        target.node("LeakyRelu", List.of(x.tensor()), node.name(), OnnxGraph.decimal("alpha", node.decimal("alpha")));
        return new Value(node.name(), x.channelsLast());
    }

    private Value padding(TensorFlowNode node) {
        Value x = value(node.input(0));
        int[] sides = source.constant(node.input(1)).integers(8);
        long[] pads = new long[8];
        for (int axis = 0; axis < 4; axis++) {
            int published = x.channelsLast() ? TO_FIRST.get(axis) : axis;
            pads[axis] = sides[2 * published];
            pads[axis + 4] = sides[2 * published + 1];
        }
        List<String> inputs = new ArrayList<>(List.of(x.tensor()));
        inputs.add(target.integers64(node.name() + "/pads", pads));
        if (node.operator().equals("PadV2")) {
            float[] filling = source.constant(node.input(2)).floats();
            inputs.add(target.floats(node.name() + "/filling", new long[0], filling[0]));
        }
        return new Value(target.node("Pad", inputs, node.name()), x.channelsLast());
    }

    private Value maximum(TensorFlowNode node) {
        node.requireText("padding", "VALID");
        target.node(
                "MaxPool",
                List.of(channelsLast(node, 0).tensor()),
                node.name(),
                OnnxGraph.integers("kernel_shape", node.rowAndColumn("ksize")),
                OnnxGraph.integers("strides", node.rowAndColumn("strides")));
        return new Value(node.name(), true);
    }

    private Value concatenation(TensorFlowNode node) {
        String axisName = node.input(Math.max(1, node.inputs().size() - 1));
        int count = node.inputs().size() - 1;
        List<Value> parts = node.inputs().stream().limit(count).map(this::value).toList();
        requireSameOrder(node, parts);
        boolean last = parts.getFirst().channelsLast();
        int axis = Math.floorMod(source.constant(axisName).integers(1)[0], 4);
        List<String> tensors = parts.stream().map(Value::tensor).toList();
        target.node("Concat", tensors, node.name(), OnnxGraph.integer("axis", last ? TO_LAST.get(axis) : axis));
        return new Value(node.name(), last);
    }

    private Value resizing(TensorFlowNode node) {
        Float scale = scales.get(node.name());
        if (scale == null || node.flag("align_corners") || !node.flag("half_pixel_centers")) {
            throw new IllegalArgumentException("the resizing " + node.name() + " is not the expected one");
        }
        String none = target.floats("no-region", new long[] {0});
        String factors = target.floats(node.name() + "/scales", new long[] {4}, 1, 1, scale, scale);
        target.node(
                "Resize",
                List.of(channelsLast(node, 0).tensor(), none, factors),
                node.name(),
                OnnxGraph.text("mode", "linear"),
                OnnxGraph.text("coordinate_transformation_mode", "half_pixel"));
        return new Value(node.name(), true);
    }

    private Value transposition(TensorFlowNode node) {
        Value x = value(node.input(0));
        int[] order = source.constant(node.input(1)).integers(4);
        List<Integer> expected = x.channelsLast() ? TO_FIRST : TO_LAST;
        for (int i = 0; i < order.length; i++) {
            if (order[i] != expected.get(i)) {
                throw new IllegalArgumentException("the transposition " + node.name() + " is not one of channels");
            }
        }
        return new Value(x.tensor(), !x.channelsLast());
    }

    private Value channelsLast(TensorFlowNode node, int input) {
        Value x = value(node.input(input));
        if (!x.channelsLast()) {
            throw new IllegalArgumentException("the input of " + node.name() + " does not have its channels last");
        }
        return x;
    }

    private static void requireSameOrder(TensorFlowNode node, List<Value> values) {
        if (values.stream().map(Value::channelsLast).distinct().count() != 1) {
            throw new IllegalArgumentException("the inputs of " + node.name() + " differ in the order of channels");
        }
    }
}
