package garim.models.build;

import garim.models.build.ProtoReader.Field;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Makes the network that finds writing cheaper without changing what it computes: scales and shifts after a convolution become part
 * of its weights, and each hard swish, published as six passes over the data that the runtime joins with nothing, becomes a convolution of
 * one value a channel with a bounded answer, and one product, which it keeps in the layout of its convolutions.
 */
final class WritingGraph {
    private static final int MODEL_GRAPH = 7;
    private static final int GRAPH_NODE = 1;
    private static final int GRAPH_CONSTANT = 5;
    private static final int GRAPH_VALUE = 13;
    private static final String CONV = "Conv";
    private static final float HALF = 3;
    private static final float WHOLE = 6;

    private final Map<String, OnnxConstant> constants = new HashMap<>();
    private final Map<String, OnnxConstant> changed = new LinkedHashMap<>();
    private List<OnnxNode> nodes = new ArrayList<>();

    /** A hard swish with the scale and shift after it, and the nodes that it was made of. */
    private record HardSwish(String input, String output, float scale, float shift, Set<OnnxNode> parts) {}

    private WritingGraph(List<Field> graph) {
        for (Field field : graph) {
            if (field.number() == GRAPH_CONSTANT) {
                OnnxConstant constant = OnnxConstant.of(field.bytes());
                constants.put(constant.name(), constant);
            } else if (field.number() == GRAPH_NODE) {
                OnnxNode node = OnnxNode.of(field.bytes());
                nodes.add(node);
                node.constant().ifPresent(tensor -> constants.put(node.output(), OnnxConstant.of(tensor)));
            }
        }
    }

    /**
     * Converts the published file.
     *
     * @throws IllegalArgumentException when it is no ONNX model
     */
    static byte[] convert(byte[] published) {
        ProtoWriter model = new ProtoWriter();
        for (Field field : ProtoReader.fields(published)) {
            if (field.number() == MODEL_GRAPH) {
                List<Field> graph = ProtoReader.fields(field.bytes());
                model.message(MODEL_GRAPH, new WritingGraph(graph).rewritten(graph));
            } else {
                field.copyTo(model);
            }
        }
        return model.toBytes();
    }

    private ProtoWriter rewritten(List<Field> graph) {
        foldIntoConvolutions();
        replaceHardSwishes();
        Set<String> used = new HashSet<>();
        nodes.forEach(node -> used.addAll(node.inputs()));
        ProtoWriter result = new ProtoWriter();
        nodes.stream()
                .filter(node -> node.constant().isEmpty() || used.contains(node.output()))
                .forEach(node -> result.message(GRAPH_NODE, node.toProto()));
        for (Field field : graph) {
            boolean isUsed = field.number() != GRAPH_CONSTANT
                    || used.contains(OnnxConstant.of(field.bytes()).name());
            // the sides of tensors in between are told by nobody but the runtime, which knows them anyway
            if (field.number() != GRAPH_NODE && field.number() != GRAPH_VALUE && isUsed) {
                field.copyTo(result);
            }
        }
        changed.values().stream()
                .filter(constant -> used.contains(constant.name()))
                .forEach(constant -> result.message(GRAPH_CONSTANT, constant.toProto()));
        return result;
    }

    /** Scales and shifts of a whole tensor become part of the convolution before them. */
    private void foldIntoConvolutions() {
        List<OnnxNode> folded = new ArrayList<>();
        for (OnnxNode node : nodes) {
            Optional<Integer> before = step(node)
                    .flatMap(step -> indexOfSoleMaker(folded, step.input()))
                    .filter(at -> folded.get(at).operator().equals(CONV));
            if (before.isPresent()) {
                Step step = step(node).orElseThrow();
                folded.set(before.get(), scaled(folded.get(before.get()), step.scale(), step.shift(), node.output()));
            } else {
                folded.add(node);
            }
        }
        nodes = folded;
    }

    private Optional<Integer> indexOfSoleMaker(List<OnnxNode> made, String tensor) {
        if (users(tensor).size() != 1) {
            return Optional.empty();
        }
        for (int i = made.size() - 1; i >= 0; i--) {
            if (made.get(i).output().equals(tensor)) {
                return Optional.of(i);
            }
        }
        return Optional.empty();
    }

    private OnnxNode scaled(OnnxNode convolution, float scale, float shift, String output) {
        OnnxConstant filters = constant(convolution.inputs().get(1));
        float[] weights = filters.values().clone();
        for (int i = 0; i < weights.length; i++) {
            weights[i] *= scale;
        }
        float[] bias = bias(convolution);
        for (int i = 0; i < bias.length; i++) {
            bias[i] = bias[i] * scale + shift;
        }
        return new OnnxNode(
                CONV,
                List.of(
                        convolution.inputs().getFirst(),
                        add(output + "/filters", filters.shape(), weights),
                        add(output + "/bias", new long[] {bias.length}, bias)),
                output,
                convolution.attributes());
    }

    private float[] bias(OnnxNode convolution) {
        return convolution.inputs().size() > 2
                ? constant(convolution.inputs().get(2)).values().clone()
                : new float[(int) constant(convolution.inputs().get(1)).shape()[0]];
    }

    private void replaceHardSwishes() {
        for (OnnxNode node : List.copyOf(nodes)) {
            hardSwish(node).ifPresent(this::replace);
        }
    }

    /** The hard swish that ends with a division by six. */
    private Optional<HardSwish> hardSwish(OnnxNode end) {
        return Optional.of(end)
                .filter(node ->
                        node.operator().equals("Div") && isValue(node.inputs().getLast(), WHOLE))
                .flatMap(node -> maker(node.inputs().getFirst(), "Mul"))
                .flatMap(product -> maker(product.inputs().getLast(), "Clip")
                        .filter(clip -> isValue(clip.inputs().get(1), 0)
                                && isValue(clip.inputs().get(2), WHOLE))
                        .flatMap(clip -> maker(clip.inputs().getFirst(), "Add")
                                .filter(sum -> isValue(sum.inputs().getLast(), HALF)
                                        && sum.inputs()
                                                .getFirst()
                                                .equals(product.inputs().getFirst()))
                                .map(sum -> withWhatFollows(
                                        sum.inputs().getFirst(), end, List.of(sum, clip, product, end)))))
                .filter(found -> maker(found.input(), CONV).isPresent());
    }

    private HardSwish withWhatFollows(String input, OnnxNode end, List<OnnxNode> made) {
        Set<OnnxNode> parts = new HashSet<>(made);
        OnnxNode last = end;
        Optional<OnnxNode> scaling = soleUser(last, "Mul").filter(node -> scale(node) > 0);
        if (scaling.isEmpty()) {
            return new HardSwish(input, last.output(), 1, 0, parts);
        }
        last = scaling.get();
        parts.add(last);
        float scale = scale(last);
        Optional<OnnxNode> shifting =
                soleUser(last, "Add").filter(node -> step(node).isPresent());
        shifting.ifPresent(parts::add);
        float shift = shifting.flatMap(this::step).map(Step::shift).orElse(0f);
        return new HardSwish(input, shifting.orElse(last).output(), scale, shift, parts);
    }

    private float scale(OnnxNode node) {
        return step(node).map(Step::scale).orElse(0f);
    }

    private void replace(HardSwish swish) {
        int channels = bias(maker(swish.input(), CONV).orElseThrow()).length;
        String name = swish.output();
        List<OnnxNode> made = new ArrayList<>();
        made.add(eachChannel(swish.input(), name + "/open", channels, swish.scale() / WHOLE, swish.scale() / 2));
        made.add(new OnnxNode(
                "Clip",
                List.of(
                        name + "/open",
                        add(name + "/least", new long[0], 0),
                        add(name + "/most", new long[0], swish.scale())),
                name + "/gate",
                List.of()));
        List<String> factors = List.of(swish.input(), name + "/gate");
        if (swish.shift() == 0 || shiftUsers(name, swish.shift())) {
            made.add(new OnnxNode("Mul", factors, name, List.of()));
        } else {
            made.add(new OnnxNode("Mul", factors, name + "/product", List.of()));
            made.add(eachChannel(name + "/product", name, channels, 1, swish.shift()));
        }
        List<OnnxNode> kept = new ArrayList<>();
        for (OnnxNode node : nodes) {
            if (node.output().equals(name)) {
                kept.addAll(made);
            } else if (!swish.parts().contains(node)) {
                kept.add(node);
            }
        }
        nodes = kept;
    }

    private OnnxNode eachChannel(String input, String output, int channels, float scale, float shift) {
        float[] scales = new float[channels];
        float[] shifts = new float[channels];
        Arrays.fill(scales, scale);
        Arrays.fill(shifts, shift);
        return new OnnxNode(
                CONV,
                List.of(
                        input,
                        add(output + "/filters", new long[] {channels, 1, 1, 1}, scales),
                        add(output + "/bias", new long[] {channels}, shifts)),
                output,
                List.of(
                        OnnxGraph.integer("group", channels).toBytes(),
                        OnnxGraph.integers("kernel_shape", 1, 1).toBytes()));
    }

    /** Lets those who use a tensor add a shift to it themselves; false when they cannot, because they see beyond its border. */
    private boolean shiftUsers(String tensor, float shift) {
        List<OnnxNode> users = users(tensor);
        if (!users.stream().allMatch(user -> user.operator().equals(CONV) && !user.isPadded())) {
            return false;
        }
        for (OnnxNode user : users) {
            OnnxConstant filters = constant(user.inputs().get(1));
            float[] bias = bias(user);
            int each = filters.values().length / bias.length;
            for (int i = 0; i < bias.length; i++) {
                double sum = 0;
                for (int k = 0; k < each; k++) {
                    sum += filters.values()[i * each + k];
                }
                bias[i] = (float) (bias[i] + shift * sum);
            }
            String shifted = add(user.output() + "/shifted", new long[] {bias.length}, bias);
            nodes.set(
                    nodes.indexOf(user),
                    new OnnxNode(
                            CONV,
                            List.of(user.inputs().get(0), user.inputs().get(1), shifted),
                            user.output(),
                            user.attributes()));
        }
        return true;
    }

    /** A node that multiplies a whole tensor by a number and adds one. */
    private record Step(String input, float scale, float shift) {}

    private Optional<Step> step(OnnxNode node) {
        if (node.inputs().size() != 2) {
            return Optional.empty();
        }
        Optional<Float> first = number(node.inputs().getFirst());
        Optional<Float> second = number(node.inputs().getLast());
        String input =
                first.isPresent() ? node.inputs().getLast() : node.inputs().getFirst();
        return first.or(() -> second).flatMap(value -> switch (node.operator()) {
            case "Mul" -> Optional.of(new Step(input, value, 0));
            case "Add" -> Optional.of(new Step(input, 1, value));
            default -> Optional.empty();
        });
    }

    private Optional<Float> number(String tensor) {
        return Optional.ofNullable(constants.get(tensor))
                .filter(constant -> constant.values().length == 1)
                .map(constant -> constant.values()[0]);
    }

    private boolean isValue(String tensor, float value) {
        return number(tensor).filter(number -> number == value).isPresent();
    }

    private OnnxConstant constant(String name) {
        return Optional.ofNullable(constants.get(name))
                .orElseThrow(() -> new IllegalArgumentException("the weights " + name + " are not constant"));
    }

    private String add(String name, long[] shape, float... values) {
        OnnxConstant constant = new OnnxConstant(name, shape, values);
        constants.put(name, constant);
        changed.put(name, constant);
        return name;
    }

    private Optional<OnnxNode> maker(String tensor, String operator) {
        return nodes.stream()
                .filter(node -> node.output().equals(tensor) && node.operator().equals(operator))
                .findFirst();
    }

    private Optional<OnnxNode> soleUser(OnnxNode node, String operator) {
        List<OnnxNode> users = users(node.output());
        return users.size() == 1 && users.getFirst().operator().equals(operator)
                ? Optional.of(users.getFirst())
                : Optional.empty();
    }

    private List<OnnxNode> users(String tensor) {
        return nodes.stream().filter(node -> node.inputs().contains(tensor)).toList();
    }
}
