package garim.models.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import garim.models.ModelCatalogue;
import java.io.IOException;
import java.io.InputStream;
import java.nio.FloatBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class NanoDetConversionTest {
    private static final int SIDE = 416;
    private static final float TOLERANCE = 1e-3f;

    /**
     * Values of the published graph at its three ends, run once by TensorFlow.js 4.22.0 (backend cpu) on {@link #samples()}
     * less the mean and divided by the deviation of each plane: index, value, index, value ...
     */
    private static final Map<String, float[]> PUBLISHED = Map.of(
            "stride_8",
            new float[] {
                3, -4.51349f, 47899, -6.36195f, 67070, -4.23899f, 167655, -5.74144f, 223535, 0.954618f, 251474,
                0.483226f, 301767, -2.13767f, 335295, -1.5611f, 278979, 8.37047f, 90462, -10.6962f
            },
            "stride_16",
            new float[] {
                3,
                -4.21763f,
                11974,
                -5.71399f,
                16775,
                -4.01873f,
                41919,
                -5.07382f,
                55887,
                1.3509f,
                62870,
                -0.236786f,
                75442,
                -1.89241f,
                83823,
                -0.648993f,
                56189,
                4.7522f,
                36055,
                -8.87219f
            },
            "stride_32",
            new float[] {
                3, -4.14149f, 2993, -3.00668f, 4202, -4.14219f, 10485, -5.03176f, 13975, 0.562532f, 15719, 0.394093f,
                18861, -2.53578f, 20955, -1.20873f, 14082, 6.10687f, 732, -8.33234f
            });

    @Test
    void givesTheValuesOfThePublishedGraph() throws IOException, OrtException {
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        long[] shape = {1, 3, SIDE, SIDE};
        try (OrtSession session = environment.createSession(converted());
                OnnxTensor input = OnnxTensor.createTensor(environment, FloatBuffer.wrap(samples()), shape);
                OrtSession.Result result = session.run(Map.of("input", input))) {
            for (Map.Entry<String, float[]> output : PUBLISHED.entrySet()) {
                OnnxTensor tensor = (OnnxTensor) result.get(output.getKey()).orElseThrow();
                assertHolds(output.getValue(), tensor.getFloatBuffer(), output.getKey());
            }
        }
    }

    private static void assertHolds(float[] expected, FloatBuffer values, String output) {
        for (int i = 0; i < expected.length; i += 2) {
            int at = (int) expected[i];
            assertEquals(expected[i + 1], values.get(at), TOLERANCE, output + "[" + at + "]");
        }
    }

    private static byte[] converted() throws IOException {
        String resource = ModelCatalogue.nanoDet().resource();
        try (InputStream in = ModelCatalogue.class.getResourceAsStream(resource)) {
            return Objects.requireNonNull(in, resource).readAllBytes();
        }
    }

    /** Ramps of three slopes with a fine pattern on them, 0-255. */
    private static float[] samples() {
        float[] samples = new float[3 * SIDE * SIDE];
        for (int i = 0; i < samples.length; i++) {
            int plane = i / (SIDE * SIDE);
            int y = i / SIDE % SIDE;
            int x = i % SIDE;
            samples[i] = (x * (plane + 2) + y * 3 + x * y % 97) % 256;
        }
        return samples;
    }

    @Test
    void readsHalfPrecisionFiltersInTheirNewOrder() {
        String json = graph("[2, 1, 1, 2]", "float16");
        byte[] data = {0, 0x3c, 0, 0x40, 0, 0x42, 0, 0x44};
        StoredTensor tensor = new TensorFlowGraph(bytes(json), data).constant("w");
        assertEquals(1f, tensor.floats()[0]);
        assertEquals(4f, tensor.floats()[3]);
        assertEquals(0x42, tensor.filtersOutFirst()[3], "row 1 of filter 0 follows row 0");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "not JSON",
                "[]",
                "{\"modelTopology\":{\"node\":[{\"name\":\"a\"",
                "{\"modelTopology\":{\"node\":7},\"weightsManifest\":[]}"
            })
    void saysInOneSentenceThatAGraphIsBroken(String json) {
        assertOneSentence(json);
    }

    @Test
    void saysInOneSentenceWhatIsWrongWithANode() {
        assertOneSentence(ending("Conv2D", "\"none\""));
        assertOneSentence(ending("Conv2D", ""));
        assertOneSentence(ending("MatMul", "\"input_1\""));
        assertOneSentence(ending("LeakyRelu", "\"input_1\""));
        assertOneSentence(ending("LeakyRelu", "\"PartitionedCall/transpose_99\""));
        assertOneSentence(ending("ConcatV2", ""));
        assertOneSentence(ending("MaxPool", "\"input_1\""));
    }

    @Test
    void saysInOneSentenceThatWeightsDoNotFit() {
        assertOneSentence(graph("[2]", "float16"));
        assertOneSentence(graph("[-2]", "float16"));
        assertOneSentence(graph("[100000, 100000]", "float16"));
        assertOneSentence(graph("[0]", "complex64"));
    }

    private static void assertOneSentence(String json) {
        IllegalArgumentException e = assertThrows(
                IllegalArgumentException.class,
                () -> NanoDetGraph.convert(new TensorFlowGraph(bytes(json), new byte[0])));
        String reason = String.valueOf(e.getMessage());
        assertTrue(!reason.isBlank() && reason.lines().count() == 1 && !reason.equals("null"), reason);
    }

    /** A graph whose first end is one node of this operator. */
    private static String ending(String operator, String inputs) {
        String node =
                "{\"name\":\"PartitionedCall/transpose_99\",\"op\":\"%s\",\"input\":[%s]}".formatted(operator, inputs);
        return "{\"modelTopology\":{\"node\":[" + node + "]},\"weightsManifest\":[]}";
    }

    private static String graph(String shape, String type) {
        String weights = "{\"name\":\"w\",\"shape\":%s,\"dtype\":\"%s\"}".formatted(shape, type);
        return "{\"modelTopology\":{\"node\":[]},\"weightsManifest\":[{\"weights\":[%s]}]}".formatted(weights);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
