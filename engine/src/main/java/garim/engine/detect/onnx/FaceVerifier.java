package garim.engine.detect.onnx;

import garim.engine.detect.Picture;
import garim.engine.frame.Box;
import java.nio.FloatBuffer;
import java.util.List;
import java.util.Map;

/**
 * A face verifier says how likely the middle of a crop is a face; it judges what detectors propose.
 *
 * <p>The model takes crops [n, 3, 48, 48] in red, green, blue with values 0-255 and gives {@code face} [n], 0-1. A crop
 * is the square of twice the longer side of the box. Calls may come from several threads at once.
 */
public final class FaceVerifier implements AutoCloseable {
    private static final int SIZE = 48;
    private static final double CONTEXT = 2;
    private static final int BATCH = 32;
    private static final String OUTPUT = "face";

    private final OnnxModel model;

    /**
     * Loads the model.
     *
     * @param name for error messages
     * @param model bytes of the ONNX file
     * @throws garim.engine.frame.EngineException MODEL_INVALID when the bytes are not such a model
     */
    public FaceVerifier(String name, byte[] model) {
        this.model = OnnxModel.load(name, model, List.of(OUTPUT));
    }

    /**
     * The probabilities that the boxes of a picture are faces, in the order of the boxes.
     *
     * @throws garim.engine.frame.EngineException DETECTOR_FAILED when the runtime refuses
     */
    public double[] probabilities(Picture picture, List<Box> boxes) {
        CropWriter writer = new CropWriter(SIZE, CONTEXT);
        double[] result = new double[boxes.size()];
        for (int from = 0; from < result.length; from += BATCH) {
            List<Box> some = boxes.subList(from, Math.min(result.length, from + BATCH));
            FloatBuffer answers = run(picture, some, writer);
            for (int i = 0; i < some.size(); i++) {
                result[from + i] = answers.get(i);
            }
        }
        return result;
    }

    private FloatBuffer run(Picture picture, List<Box> boxes, CropWriter writer) {
        int step = 3 * SIZE * SIZE;
        Map<String, FloatBuffer> outputs = model.run(boxes.size(), SIZE, SIZE, buffer -> {
            for (int i = 0; i < boxes.size(); i++) {
                writer.write(picture, boxes.get(i), buffer, i * step);
            }
        });
        return FaceNetwork.tensor(outputs, OUTPUT);
    }

    @Override
    public void close() {
        model.close();
    }
}
