package garim.models.build;

import garim.models.build.ProtoReader.Field;
import java.util.List;
import java.util.Optional;

/**
 * One node of an ONNX graph with one output. Source of field numbers: onnx.proto.
 *
 * @param operator what it computes
 * @param inputs names of the tensors it takes
 * @param output name of the tensor it makes
 * @param attributes as they are stored
 */
record OnnxNode(String operator, List<String> inputs, String output, List<byte[]> attributes) {
    OnnxNode {
        inputs = List.copyOf(inputs);
        attributes = List.copyOf(attributes);
    }

    /**
     * Reads a node.
     *
     * @throws IllegalArgumentException when it has not one output
     */
    static OnnxNode of(byte[] message) {
        List<Field> fields = ProtoReader.fields(message);
        List<String> outputs = texts(fields, 2);
        if (outputs.size() != 1) {
            throw new IllegalArgumentException("a node has the outputs " + outputs);
        }
        return new OnnxNode(
                String.join("", texts(fields, 4)),
                texts(fields, 1),
                outputs.getFirst(),
                fields.stream()
                        .filter(field -> field.number() == 5)
                        .map(Field::bytes)
                        .toList());
    }

    private static List<String> texts(List<Field> fields, int number) {
        return fields.stream()
                .filter(field -> field.number() == number)
                .map(Field::text)
                .toList();
    }

    /** The tensor of a node that is a constant. */
    Optional<byte[]> constant() {
        return operator.equals("Constant") ? attribute("value", 5).map(Field::bytes) : Optional.empty();
    }

    /** True when a convolution looks beyond the border of its input. */
    boolean isPadded() {
        boolean isAutomatic = attribute("auto_pad", 4).isPresent();
        return isAutomatic
                || attributes.stream()
                        .map(ProtoReader::fields)
                        .filter(fields -> texts(fields, 1).contains("pads"))
                        .flatMap(List::stream)
                        .anyMatch(field ->
                                field.number() == 8 && field.integers().stream().anyMatch(side -> side != 0));
    }

    private Optional<Field> attribute(String name, int field) {
        return attributes.stream()
                .map(ProtoReader::fields)
                .filter(fields -> texts(fields, 1).contains(name))
                .flatMap(List::stream)
                .filter(each -> each.number() == field)
                .findFirst();
    }

    ProtoWriter toProto() {
        ProtoWriter node = new ProtoWriter();
        inputs.forEach(name -> node.text(1, name));
        node.text(2, output).text(3, output).text(4, operator);
        attributes.forEach(attribute -> node.bytes(5, attribute));
        return node;
    }
}
