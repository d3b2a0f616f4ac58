package garim.models.build;

import garim.models.build.WeightsManifest.Weights;
import java.util.List;
import java.util.Set;

/**
 * Emits the SSD MobileNetV1 of face-api as ONNX with a free input size. Inputs are -1 to 1; outputs are {@code box_0} to
 * {@code box_5} and {@code class_0} to {@code class_5} in NHWC order. Filters stay one byte a weight, as published.
 *
 * <p>Source of the layers: face-api, ssdMobilenetv1; Howard et al., MobileNets, 2017.
 */
final class SsdGraph {
    private static final int PAIRS = 13;
    private static final Set<Integer> HALVING_PAIRS = Set.of(2, 4, 6, 12);
    private static final int FIRST_HEAD_PAIR = 11;
    private static final int EXTRA_CONVOLUTIONS = 8;
    private static final double BATCH_NORM_EPSILON = 0.001;

    private final WeightsManifest manifest;
    private final OnnxGraph graph = new OnnxGraph();

    private SsdGraph(WeightsManifest manifest) {
        this.manifest = manifest;
    }

    /** The ONNX model of a manifest. */
    static byte[] convert(WeightsManifest manifest) {
        return new SsdGraph(manifest).emit();
    }

    private byte[] emit() {
        String x = convolution("MobilenetV1/Conv2d_0_pointwise", "input", 2);
        for (int pair = 1; pair <= PAIRS; pair++) {
            String layer = "MobilenetV1/Conv2d_" + pair;
            x = depthwise(layer + "_depthwise", x, HALVING_PAIRS.contains(pair) ? 2 : 1);
            x = convolution(layer + "_pointwise", x, 1);
            if (pair == FIRST_HEAD_PAIR) {
                heads(0, x);
            }
        }
        heads(1, x);
        for (int i = 0; i < EXTRA_CONVOLUTIONS; i++) {
            boolean halving = i % 2 == 1;
            x = convolution("Prediction/Conv2d_" + i + "_pointwise", x, halving ? 2 : 1);
            if (halving) {
                heads(i / 2 + 2, x);
            }
        }
        return graph.toModel("ssd-mobilenetv1", "input");
    }

    private void heads(int level, String x) {
        String predictor = "Prediction/BoxPredictor_" + level;
        head(predictor + "/BoxEncodingPredictor", x, "box_" + level);
        head(predictor + "/ClassPredictor", x, "class_" + level);
    }

    private void head(String layer, String x, String output) {
        String raw = conv(layer, x, 1, filters(layer + "/weights"), bias(layer + "/biases"));
        graph.output(graph.node("Transpose", List.of(raw), output, OnnxGraph.integers("perm", 0, 2, 3, 1)));
    }

    private String convolution(String layer, String x, int stride) {
        String bias = bias(layer + "/convolution_bn_offset");
        return clip(conv(layer, x, stride, filters(layer + "/weights"), bias));
    }

    private String conv(String layer, String x, int stride, String filters, String bias) {
        return graph.node(
                "Conv",
                List.of(x, filters, bias),
                layer,
                OnnxGraph.integers("strides", stride, stride),
                OnnxGraph.text("auto_pad", "SAME_UPPER"));
    }

    private String clip(String x) {
        String low = graph.floats("zero", new long[0], 0);
        String high = graph.floats("six", new long[0], 6);
        return graph.node("Clip", List.of(x, low, high), x + "/relu6");
    }

    private String bias(String name) {
        Weights bias = manifest.weights(name);
        return graph.floats(name, bias.shape(), bias.values());
    }

    /** Filters in the order out, in, row, column; the runtime turns the bytes into floats when it loads the model. */
    private String filters(String name) {
        Weights w = manifest.weights(name);
        int inputs = (int) w.shape()[2];
        int outputs = (int) w.shape()[3];
        int area = (int) (w.shape()[0] * w.shape()[1]);
        byte[] turned = new byte[w.bytes().length];
        for (int i = 0; i < turned.length; i++) {
            int output = i % outputs;
            int input = i / outputs % inputs;
            turned[(output * inputs + input) * area + i / outputs / inputs] = w.bytes()[i];
        }
        long[] shape = {outputs, inputs, w.shape()[0], w.shape()[1]};
        String bytes = graph.unsignedBytes(name + "/bytes", shape, turned);
        String wide = graph.node("Cast", List.of(bytes), name + "/wide", OnnxGraph.integer("to", 1));
        String scale = graph.floats(name + "/scale", new long[0], w.scale());
        String scaled = graph.node("Mul", List.of(wide, scale), name + "/scaled");
        return graph.node("Add", List.of(scaled, graph.floats(name + "/min", new long[0], w.min())), name);
    }

    /** A depthwise convolution with its batch normalisation folded into filters and bias. */
    private String depthwise(String layer, String x, int stride) {
        Weights filters = manifest.weights(layer + "/depthwise_weights");
        float[] gains = gains(layer);
        int channels = gains.length;
        long[] shape = {channels, 1, filters.shape()[0], filters.shape()[1]};
        String folded = graph.floats(layer + "/folded", shape, foldedFilters(filters.values(), gains));
        String bias = graph.floats(layer + "/bias", new long[] {channels}, foldedBias(layer, gains));
        return clip(graph.node(
                "Conv",
                List.of(x, folded, bias),
                layer,
                OnnxGraph.integers("strides", stride, stride),
                OnnxGraph.integer("group", channels),
                OnnxGraph.text("auto_pad", "SAME_UPPER")));
    }

    private float[] gains(String layer) {
        float[] gamma = manifest.weights(layer + "/BatchNorm/gamma").values();
        float[] variance =
                manifest.weights(layer + "/BatchNorm/moving_variance").values();
        float[] gains = new float[gamma.length];
        for (int c = 0; c < gains.length; c++) {
            gains[c] = (float) (gamma[c] / Math.sqrt(variance[c] + BATCH_NORM_EPSILON));
        }
        return gains;
    }

    private float[] foldedBias(String layer, float[] gains) {
        float[] beta = manifest.weights(layer + "/BatchNorm/beta").values();
        float[] mean = manifest.weights(layer + "/BatchNorm/moving_mean").values();
        float[] bias = new float[gains.length];
        for (int c = 0; c < bias.length; c++) {
            bias[c] = beta[c] - mean[c] * gains[c];
        }
        return bias;
    }

    private static float[] foldedFilters(float[] published, float[] gains) {
        int channels = gains.length;
        int area = published.length / channels;
        float[] folded = new float[published.length];
        for (int i = 0; i < published.length; i++) {
            int channel = i % channels;
            folded[channel * area + i / channels] = published[i] * gains[channel];
        }
        return folded;
    }
}
