package garim.engine.detect.onnx;

import garim.engine.detect.FaceLikeness;
import garim.engine.detect.Picture;
import garim.engine.frame.Box;
import java.nio.FloatBuffer;
import java.util.List;
import java.util.Map;

/**
 * Describes a face by 128 numbers, which lie close together for two pictures of one person. They live in memory only: a
 * {@link FaceLikeness} tells how far it is from another, and gives its numbers to nobody.
 *
 * <p>The model takes the square of 1.35 times the longer side of the box, resampled to 150 by 150. One describer belongs to
 * one thread. Source: D. King, dlib_face_recognition_resnet_model_v1.
 */
public final class FaceDescriber implements AutoCloseable {
    private static final int SIDE = 150;
    private static final double CONTEXT = 1.35;
    private static final float[] MEANS = {122.782f, 117.001f, 104.298f};
    private static final float RANGE = 255;
    private static final String OUTPUT = "descriptor";

    private final OnnxModel model;
    private final CropWriter writer = new CropWriter(SIDE, CONTEXT);

    /**
     * Loads the model.
     *
     * @param name for error messages
     * @param model the ONNX file and where it runs
     * @throws garim.engine.frame.EngineException MODEL_INVALID when it is not such a model
     */
    public FaceDescriber(String name, Weights model) {
        this.model = OnnxModel.load(name, model, List.of(OUTPUT));
    }

    /**
     * Describes the face in a box of an upright picture.
     *
     * @throws garim.engine.frame.EngineException DETECTOR_FAILED when the runtime refuses
     */
    public FaceLikeness describe(Picture picture, Box face) {
        Map<String, FloatBuffer> outputs = model.run(SIDE, SIDE, buffer -> {
            writer.write(picture, face, buffer, 0);
            for (int i = 0; i < buffer.limit(); i++) {
                buffer.put(i, (buffer.get(i) - MEANS[i / (SIDE * SIDE)]) / RANGE);
            }
        });
        FloatBuffer numbers = FaceNetwork.tensor(outputs, OUTPUT);
        float[] values = new float[numbers.remaining()];
        numbers.get(values);
        return FaceLikeness.of(values);
    }

    @Override
    public void close() {
        model.close();
    }
}
