package garim.models.build;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Builds an ONNX graph with one free-size picture input. Source of field numbers: onnx.proto, IR version 6. */
final class OnnxGraph {
    static final int OPSET = 12;
    private static final int IR_VERSION = 6;
    private static final int FLOAT = 1;
    private static final int UINT8 = 2;
    private static final int INT64 = 7;
    private static final int FLOAT16 = 10;
    private static final int ATTRIBUTE_FLOAT = 1;
    private static final int ATTRIBUTE_INT = 2;
    private static final int ATTRIBUTE_STRING = 3;
    private static final int ATTRIBUTE_INTS = 7;

    private final List<ProtoWriter> nodes = new ArrayList<>();
    private final Map<String, ProtoWriter> constants = new LinkedHashMap<>();
    private final List<String> outputs = new ArrayList<>();

    /** Adds a node with one output and returns the output's name. */
    String node(String operator, List<String> inputs, String output, ProtoWriter... attributes) {
        ProtoWriter node = new ProtoWriter();
        inputs.forEach(name -> node.text(1, name));
        node.text(2, output).text(3, output).text(4, operator);
        for (ProtoWriter attribute : attributes) {
            node.message(5, attribute);
        }
        nodes.add(node);
        return output;
    }

    /** Adds a float constant and returns its name; a constant of a known name is not added again. */
    String floats(String name, long[] shape, float... values) {
        constants.putIfAbsent(name, floatTensor(name, shape, values));
        return name;
    }

    /** A constant of floats as a message. */
    static ProtoWriter floatTensor(String name, long[] shape, float... values) {
        ByteBuffer raw = ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        raw.asFloatBuffer().put(values);
        return tensor(name, FLOAT, shape, raw.array());
    }

    /** Adds a constant of unsigned bytes and returns its name. */
    String unsignedBytes(String name, long[] shape, byte[] values) {
        constants.putIfAbsent(name, tensor(name, UINT8, shape, values));
        return name;
    }

    /** Adds a constant of half-precision floats, given as their bytes, and returns its name. */
    String halves(String name, long[] shape, byte[] values) {
        constants.putIfAbsent(name, tensor(name, FLOAT16, shape, values));
        return name;
    }

    /** Adds a list of long integers and returns its name. */
    String integers64(String name, long... values) {
        ByteBuffer raw = ByteBuffer.allocate(values.length * Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        raw.asLongBuffer().put(values);
        constants.putIfAbsent(name, tensor(name, INT64, new long[] {values.length}, raw.array()));
        return name;
    }

    /** Makes a tensor an output of the graph. */
    void output(String name) {
        outputs.add(name);
    }

    static ProtoWriter integer(String name, long value) {
        return new ProtoWriter().text(1, name).integer(3, value).integer(20, ATTRIBUTE_INT);
    }

    static ProtoWriter decimal(String name, float value) {
        return new ProtoWriter().text(1, name).decimal(2, value).integer(20, ATTRIBUTE_FLOAT);
    }

    static ProtoWriter integers(String name, long... values) {
        ProtoWriter attribute = new ProtoWriter().text(1, name);
        for (long value : values) {
            attribute.integer(8, value);
        }
        return attribute.integer(20, ATTRIBUTE_INTS);
    }

    static ProtoWriter text(String name, String value) {
        return new ProtoWriter().text(1, name).text(4, value).integer(20, ATTRIBUTE_STRING);
    }

    /** The description of a float tensor [1, 3, height, width] of free height and width. */
    static ProtoWriter pictureInput(String name) {
        ProtoWriter shape = new ProtoWriter()
                .message(1, new ProtoWriter().integer(1, 1))
                .message(1, new ProtoWriter().integer(1, 3))
                .message(1, new ProtoWriter().text(2, "height"))
                .message(1, new ProtoWriter().text(2, "width"));
        return valueOf(name, new ProtoWriter().integer(1, FLOAT).message(2, shape));
    }

    /** The description of a float tensor of any shape. */
    static ProtoWriter floatOutput(String name) {
        return valueOf(name, new ProtoWriter().integer(1, FLOAT));
    }

    /** The whole model as bytes. */
    byte[] toModel(String name, String input) {
        ProtoWriter graph = new ProtoWriter();
        nodes.forEach(node -> graph.message(1, node));
        graph.text(2, name);
        constants.values().forEach(constant -> graph.message(5, constant));
        graph.message(11, pictureInput(input));
        outputs.forEach(output -> graph.message(12, floatOutput(output)));
        ProtoWriter operators = new ProtoWriter().text(1, "").integer(2, OPSET);
        return new ProtoWriter()
                .integer(1, IR_VERSION)
                .text(2, "garim")
                .message(7, graph)
                .message(8, operators)
                .toBytes();
    }

    private static ProtoWriter valueOf(String name, ProtoWriter tensorType) {
        return new ProtoWriter().text(1, name).message(2, new ProtoWriter().message(1, tensorType));
    }

    private static ProtoWriter tensor(String name, int type, long[] shape, byte[] raw) {
        ProtoWriter tensor = new ProtoWriter();
        for (long side : shape) {
            tensor.integer(1, side);
        }
        return tensor.integer(2, type).text(8, name).bytes(9, raw);
    }
}
