package garim.models;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The attacker: compares faces by the 128 numbers that dlib's recogniser gives for each. */
final class Recognizer implements AutoCloseable {
    /** Side of the square that it looks at, in pixels. */
    static final int SIDE = 150;

    private static final float[] MEANS = {122.782f, 117.001f, 104.298f};

    private final OrtSession session;

    Recognizer() {
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(2);
            session = OrtEnvironment.getEnvironment()
                    .createSession(ShippedModel.bytes(ModelCatalogue.recognizer()), options);
        } catch (OrtException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The descriptors of chips, each of red, green and blue planes of {@link #SIDE} by {@link #SIDE} samples of 0-255. */
    List<float[]> describe(List<float[][]> chips) {
        List<float[]> descriptors = new ArrayList<>();
        chips.forEach(chip -> descriptors.add(describe(chip)));
        return descriptors;
    }

    private float[] describe(float[][] chip) {
        FloatBuffer input = FloatBuffer.allocate(3 * SIDE * SIDE);
        for (int plane = 0; plane < 3; plane++) {
            for (float sample : chip[plane]) {
                input.put((sample - MEANS[plane]) / 255);
            }
        }
        try (OnnxTensor tensor = OnnxTensor.createTensor(
                        OrtEnvironment.getEnvironment(), input.flip(), new long[] {1, 3, SIDE, SIDE});
                OrtSession.Result result = session.run(Map.of("input", tensor))) {
            return ((float[][]) result.get(0).getValue())[0];
        } catch (OrtException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        try {
            session.close();
        } catch (OrtException e) {
            throw new IllegalStateException(e);
        }
    }
}
