package garim.models.build;

import java.util.List;
import java.util.Map;

/**
 * Turns NanoDet-g as published for TensorFlow.js into ONNX with a free input size.
 *
 * <p>The input {@code input} is blue, green, red samples 0-255, sides multiples of 32. The outputs {@code stride_8},
 * {@code stride_16}, {@code stride_32} [1, 124, h, w] hold 80 class logits and 4 x 11 bins of side distances. The published
 * tail behind them, made for one input size, is left out. Source: RangiLyu, NanoDet.
 */
final class NanoDetGraph {
    private static final Map<String, Float> SCALES = Map.of(
            "PartitionedCall/resize/ResizeBilinear", 2f,
            "PartitionedCall/resize_1/ResizeBilinear", 2f,
            "PartitionedCall/resize_2/ResizeBilinear", 0.5f,
            "PartitionedCall/resize_3/ResizeBilinear", 0.5f);
    private static final float[] MEANS = {103.53f, 116.28f, 123.675f};
    private static final float[] DEVIATIONS = {57.375f, 57.12f, 58.395f};

    private NanoDetGraph() {}

    /**
     * The ONNX model of a published graph.
     *
     * @throws IllegalArgumentException when it is not the expected graph
     */
    static byte[] convert(TensorFlowGraph published) {
        OnnxGraph graph = new OnnxGraph();
        long[] channels = {3, 1, 1};
        String means = graph.floats("means", channels, MEANS);
        String deviations = graph.floats("deviations", channels, DEVIATIONS);
        String centered = graph.node("Sub", List.of("input", means), "centered");
        GraphConversion conversion = new GraphConversion(published, graph, SCALES);
        conversion.start("input_1", graph.node("Div", List.of(centered, deviations), "normalized"));
        conversion.output("PartitionedCall/transpose_99", "stride_8");
        conversion.output("PartitionedCall/transpose_105", "stride_16");
        conversion.output("PartitionedCall/transpose_111", "stride_32");
        return graph.toModel("nanodet-g", "input");
    }
}
