package garim.models.build;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Emits the face recogniser of dlib as ONNX. Input is {@code input}, [1, 3, 150, 150], red, green and blue less their means;
 * output is {@code descriptor}, 128 numbers. Filters that were published as one byte a weight stay so.
 *
 * <p>Source of the layers: face-api, faceRecognitionNet; D. King, dlib_face_recognition_resnet_model_v1 (public domain).
 */
final class RecognizerGraph {
    private static final int SIDE = 150;

    private final Map<String, Tensor> weights = new HashMap<>();
    private final OnnxGraph graph = new OnnxGraph();

    @SuppressWarnings("ArrayRecordComponent") // read, never compared
    private record Tensor(long[] shape, float[] values, byte[] bytes, float scale, float min) {
        boolean isSmall() {
            return bytes.length > 0;
        }
    }

    /** A tensor of the graph and the side of its square maps. */
    private record Maps(String name, int side, int channels) {}

    private RecognizerGraph(byte[] manifest, byte[] data) {
        read(manifest, data);
    }

    /**
     * The ONNX model of a manifest and its data.
     *
     * @throws IllegalArgumentException when they do not fit together
     */
    static byte[] convert(byte[] manifest, byte[] data) {
        return new RecognizerGraph(manifest, data).emit();
    }

    private void read(byte[] manifest, byte[] data) {
        ByteBuffer bytes = ByteBuffer.wrap(data).order(ByteOrder.LITTLE_ENDIAN);
        try {
            for (JsonNode group : new ObjectMapper().readTree(manifest)) {
                group.path("weights").forEach(entry -> read(entry, bytes));
            }
        } catch (IOException e) {
            throw new IllegalArgumentException("the manifest is not JSON", e);
        }
        if (bytes.hasRemaining()) {
            throw new IllegalArgumentException("bytes left over: " + bytes.remaining());
        }
    }

    private void read(JsonNode entry, ByteBuffer data) {
        long[] shape = new long[entry.path("shape").size()];
        Arrays.setAll(shape, i -> entry.path("shape").path(i).asLong());
        int count = (int) Arrays.stream(shape).reduce(1, (a, b) -> a * b);
        JsonNode steps = entry.path("quantization");
        byte[] bytes = new byte[steps.isMissingNode() ? 0 : count];
        data.get(bytes);
        float scale = (float) steps.path("scale").asDouble();
        float min = (float) steps.path("min").asDouble();
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = bytes.length == 0 ? data.getFloat() : (bytes[i] & 0xff) * scale + min;
        }
        weights.put(entry.path("name").asText(), new Tensor(shape, values, bytes, scale, min));
    }

    private Tensor tensor(String name) {
        Tensor tensor = weights.get(name);
        if (tensor == null) {
            throw new IllegalArgumentException("the manifest lacks " + name);
        }
        return tensor;
    }

    private byte[] emit() {
        Maps x = relu(convolution(new Maps("input", SIDE, 3), "conv32_down", 2, 0));
        x = pool(x, "MaxPool", 3);
        x = same(same(same(x, "conv32_1"), "conv32_2"), "conv32_3");
        x = same(same(same(smaller(x, "conv64_down"), "conv64_1"), "conv64_2"), "conv64_3");
        x = same(same(smaller(x, "conv128_down"), "conv128_1"), "conv128_2");
        x = same(same(smaller(x, "conv256_down"), "conv256_1"), "conv256_2");
        x = smaller(x, "conv256_down_out");
        String mean = graph.node(
                "ReduceMean",
                List.of(x.name()),
                "mean",
                OnnxGraph.integers("axes", 2, 3),
                OnnxGraph.integer("keepdims", 0));
        Tensor last = tensor("fc");
        graph.output(
                graph.node("MatMul", List.of(mean, graph.floats("fc", last.shape(), last.values())), "descriptor"));
        return graph.toModel("dlib-face-recognition", "input");
    }

    private Maps same(Maps x, String block) {
        Maps first = relu(convolution(x, block + "/conv1", 1, 1));
        return sum(convolution(first, block + "/conv2", 1, 1), x, block);
    }

    private Maps smaller(Maps x, String block) {
        Maps first = relu(convolution(x, block + "/conv1", 2, 0));
        Maps second = convolution(first, block + "/conv2", 1, 1);
        Maps pooled = pool(x, "AveragePool", 2);
        return sum(
                padded(second, pooled.side(), second.channels()),
                padded(pooled, pooled.side(), second.channels()),
                block);
    }

    private Maps sum(Maps a, Maps b, String block) {
        String sum = graph.node("Add", List.of(a.name(), b.name()), block + "/sum");
        return relu(new Maps(sum, a.side(), a.channels()));
    }

    private Maps relu(Maps x) {
        return new Maps(graph.node("Relu", List.of(x.name()), x.name() + "/relu"), x.side(), x.channels());
    }

    private Maps pool(Maps x, String operator, int kernel) {
        String pooled = graph.node(
                operator,
                List.of(x.name()),
                x.name() + "/" + operator + "/" + kernel,
                OnnxGraph.integers("kernel_shape", kernel, kernel),
                OnnxGraph.integers("strides", 2, 2));
        return new Maps(pooled, (x.side() - kernel) / 2 + 1, x.channels());
    }

    /** Zeros after the last row, column and channel. */
    private Maps padded(Maps x, int side, int channels) {
        if (x.side() == side && x.channels() == channels) {
            return x;
        }
        String name = x.name() + "/padded";
        String pads = graph.integers64(
                name + "/by", 0, 0, 0, 0, 0, channels - x.channels(), side - x.side(), side - x.side());
        return new Maps(graph.node("Pad", List.of(x.name(), pads), name), side, channels);
    }

    /** A convolution with the scale after it folded in. */
    private Maps convolution(Maps x, String layer, int stride, int padding) {
        Tensor filters = tensor(layer + "/conv/filters");
        float[] gain = tensor(layer + "/scale/weights").values();
        float[] shift = tensor(layer + "/scale/biases").values();
        float[] bias = tensor(layer + "/conv/bias").values().clone();
        int outputs = gain.length;
        for (int i = 0; i < outputs; i++) {
            bias[i] = bias[i] * gain[i] + shift[i];
        }
        int kernel = (int) filters.shape()[0];
        String name = graph.node(
                "Conv",
                List.of(
                        x.name(),
                        filters(layer, filters, gain, x.channels()),
                        graph.floats(layer + "/bias", new long[] {outputs}, bias)),
                layer,
                OnnxGraph.integers("strides", stride, stride),
                OnnxGraph.integers("pads", padding, padding, padding, padding));
        return new Maps(name, (x.side() + 2 * padding - kernel) / stride + 1, outputs);
    }

    /** Filters times the gain of their outputs; the runtime turns bytes into floats when it loads the model. */
    private String filters(String layer, Tensor filters, float[] gain, int inputs) {
        int outputs = gain.length;
        int kernel = (int) filters.shape()[0];
        long[] shape = {outputs, inputs, kernel, kernel};
        String name = layer + "/filters";
        long[] single = new long[0];
        String plain;
        if (filters.isSmall()) {
            String bytes = graph.unsignedBytes(name + "/bytes", shape, turned(filters.bytes(), outputs, inputs));
            String wide = graph.node("Cast", List.of(bytes), name + "/wide", OnnxGraph.integer("to", 1));
            String scale = graph.floats(name + "/scale", single, filters.scale());
            String scaled = graph.node("Mul", List.of(wide, scale), name + "/scaled");
            String min = graph.floats(name + "/min", single, filters.min());
            plain = graph.node("Add", List.of(scaled, min), name + "/plain");
        } else {
            plain = graph.floats(name + "/plain", shape, turned(filters.values(), outputs, inputs));
        }
        String gains = graph.floats(name + "/gain", new long[] {outputs, 1, 1, 1}, gain);
        return graph.node("Mul", List.of(plain, gains), name);
    }

    /** From row, column, input, output to output, input, row, column. */
    private static float[] turned(float[] values, int outputs, int inputs) {
        float[] turned = new float[values.length];
        for (int i = 0; i < turned.length; i++) {
            turned[place(i, values.length, outputs, inputs)] = values[i];
        }
        return turned;
    }

    private static byte[] turned(byte[] values, int outputs, int inputs) {
        byte[] turned = new byte[values.length];
        for (int i = 0; i < turned.length; i++) {
            turned[place(i, values.length, outputs, inputs)] = values[i];
        }
        return turned;
    }

    private static int place(int at, int length, int outputs, int inputs) {
        int area = length / outputs / inputs;
        return (at % outputs * inputs + at / outputs % inputs) * area + at / outputs / inputs;
    }
}
