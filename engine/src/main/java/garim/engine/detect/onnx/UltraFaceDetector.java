package garim.engine.detect.onnx;

import garim.engine.detect.Detector;
import garim.engine.detect.Picture;
import garim.engine.frame.Detection;
import java.nio.FloatBuffer;
import java.util.List;
import java.util.Map;

/**
 * Finds faces of about 10 to 300 pixels with UltraFace RFB-320, run on the whole picture at its native size.
 *
 * <p>The model has a free input size and the outputs {@code scores} [1, n, 2] and {@code locations} [1, n, 4] before
 * the priors are applied. Source: Linzaer, Ultra-Light-Fast-Generic-Face-Detector-1MB.
 */
public final class UltraFaceDetector implements Detector {
    private final FaceNetwork network;

    /**
     * Loads the model.
     *
     * @param name source of its detections
     * @param model the ONNX file and where it runs
     * @param threshold lowest score kept, 0-1
     * @throws garim.engine.frame.EngineException MODEL_INVALID when it is not such a model
     */
    public UltraFaceDetector(String name, Weights model, double threshold) {
        this.network = FaceNetwork.load(
                name,
                model,
                threshold,
                List.of("scores", "locations"),
                new InputLayout(32, false, 127, 1.0 / 128, 127),
                UltraFaceDetector::decode);
    }

    @Override
    public String name() {
        return network.name();
    }

    @Override
    public List<Detection> detect(Picture picture) {
        return network.detect(picture);
    }

    private static void decode(Map<String, FloatBuffer> outputs, int width, int height, Candidates into) {
        FloatBuffer scores = FaceNetwork.tensor(outputs, "scores");
        FloatBuffer locations = FaceNetwork.tensor(outputs, "locations");
        UltraFacePriors.visit(width, height, (prior, x, y, size) -> {
            double score = scores.get(2 * prior + 1);
            if (into.wants(score)) {
                int at = 4 * prior;
                into.add(
                        x + UltraFacePriors.shift(locations.get(at), size),
                        y + UltraFacePriors.shift(locations.get(at + 1), size),
                        UltraFacePriors.side(locations.get(at + 2), size),
                        UltraFacePriors.side(locations.get(at + 3), size),
                        score);
            }
        });
    }

    @Override
    public void close() {
        network.model().close();
    }
}
