package garim.models.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.FloatBuffer;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class WritingGraphTest {
    private static final int SIDE = 12;
    private static final int CHANNELS = 16;
    private static final float TOLERANCE = 1e-4f;

    private final Random random = new Random(7);

    @Test
    void computesWhatThePublishedGraphComputes() throws OrtException {
        byte[] published = published(0.4f, -0.7f);
        assertAlike(published, WritingGraph.convert(published));
    }

    @Test
    void keepsAScaleThatTurnsSigns() throws OrtException {
        byte[] published = published(-0.4f, 0.3f);
        assertAlike(published, WritingGraph.convert(published));
    }

    @Test
    void leavesOnlyConvolutionsBoundsAndProducts() {
        List<String> operators = operators(WritingGraph.convert(published(0.4f, -0.7f)));
        // besides the three convolutions one each to open the gates, and one for the shift that padded users cannot
        // take over
        List<String> expected = List.of("Conv", "Conv", "Clip", "Mul", "Conv", "Conv", "Conv", "Clip", "Mul", "Conv");
        assertEquals(expected, operators);
    }

    @Test
    void refusesWhatIsNoModel() {
        assertThrows(IllegalArgumentException.class, () -> WritingGraph.convert(new byte[] {10, 5, 1}));
    }

    /** Two blocks of the network: the users of the first are padded, the one of the second is not. */
    private byte[] published(float scale, float shift) {
        OnnxGraph graph = new OnnxGraph();
        String first = block(graph, convolution(graph, "input", "a", 3, 3, 1), "a", scale, shift);
        String second = block(graph, convolution(graph, first, "b", CHANNELS, 3, 1), "b", scale, shift);
        graph.output(convolution(graph, second, "c", CHANNELS, 1, 0));
        return graph.toModel("writing", "input");
    }

    private String convolution(OnnxGraph graph, String input, String name, int channels, int kernel, int padding) {
        float[] filters = new float[CHANNELS * channels * kernel * kernel];
        for (int i = 0; i < filters.length; i++) {
            filters[i] = (float) random.nextGaussian() / 4;
        }
        String weights = graph.floats(name + "/w", new long[] {CHANNELS, channels, kernel, kernel}, filters);
        return graph.node(
                "Conv",
                List.of(input, weights),
                name,
                OnnxGraph.integers("kernel_shape", kernel, kernel),
                OnnxGraph.integers("pads", padding, padding, padding, padding));
    }

    /** Scale, shift, hard swish, scale and shift, one step after the other. */
    private static String block(OnnxGraph graph, String input, String name, float scale, float shift) {
        String scaled = step(graph, "Mul", input, name + "/1", 1.7f);
        String shifted = step(graph, "Add", scaled, name + "/2", 0.3f);
        String sum = graph.node("Add", List.of(shifted, number(graph, "three", 3)), name + "/3");
        String bounded =
                graph.node("Clip", List.of(sum, number(graph, "zero", 0), number(graph, "six", 6)), name + "/4");
        String product = graph.node("Mul", List.of(shifted, bounded), name + "/5");
        String swish = graph.node("Div", List.of(product, number(graph, "six", 6)), name + "/6");
        return step(graph, "Add", step(graph, "Mul", swish, name + "/7", scale), name + "/8", shift);
    }

    private static String step(OnnxGraph graph, String operator, String input, String name, float value) {
        String constant = graph.floats(name + "/by", new long[] {1}, value);
        // the published graph multiplies from the left and adds from the right
        return graph.node(operator, operator.equals("Mul") ? List.of(constant, input) : List.of(input, constant), name);
    }

    private static String number(OnnxGraph graph, String name, float value) {
        return graph.floats(name, new long[0], value);
    }

    private static List<String> operators(byte[] model) {
        return ProtoReader.fields(model).stream()
                .filter(field -> field.number() == 7)
                .flatMap(field -> ProtoReader.fields(field.bytes()).stream())
                .filter(field -> field.number() == 1)
                .map(field -> OnnxNode.of(field.bytes()).operator())
                .toList();
    }

    private void assertAlike(byte[] published, byte[] converted) throws OrtException {
        float[] picture = new float[3 * SIDE * SIDE];
        for (int i = 0; i < picture.length; i++) {
            picture[i] = (float) random.nextGaussian() * 3;
        }
        float[] expected = run(published, picture);
        float[] actual = run(converted, picture);
        assertEquals(expected.length, actual.length);
        for (int i = 0; i < expected.length; i++) {
            assertEquals(expected[i], actual[i], TOLERANCE * Math.max(1, Math.abs(expected[i])));
        }
    }

    private static float[] run(byte[] model, float[] picture) throws OrtException {
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        long[] shape = {1, 3, SIDE, SIDE};
        try (OrtSession session = environment.createSession(model);
                OnnxTensor input = OnnxTensor.createTensor(environment, FloatBuffer.wrap(picture), shape);
                OrtSession.Result result = session.run(Map.of("input", input))) {
            FloatBuffer output = ((OnnxTensor) result.get(0)).getFloatBuffer();
            float[] values = new float[output.remaining()];
            output.get(values);
            return values;
        }
    }
}
