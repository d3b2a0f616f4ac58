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
 * the priors are applied. Source of priors and decoding: Linzaer, Ultra-Light-Fast-Generic-Face-Detector-1MB.
 */
public final class UltraFaceDetector implements Detector {
    private static final int[] STRIDES = {8, 16, 32, 64};
    private static final double[][] SIZES = {{10, 16, 24}, {32, 48}, {64, 96}, {128, 192, 256}};
    private static final double CENTER_VARIANCE = 0.1;
    private static final double SIZE_VARIANCE = 0.2;

    private final FaceNetwork network;

    /**
     * Loads the model.
     *
     * @param name source of its detections
     * @param model bytes of the ONNX file
     * @param threshold lowest score kept, 0-1
     * @throws garim.engine.frame.EngineException MODEL_INVALID when the bytes are not such a model
     */
    public UltraFaceDetector(String name, byte[] model, double threshold) {
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
        int prior = 0;
        for (int level = 0; level < STRIDES.length; level++) {
            int stride = STRIDES[level];
            int columns = Math.ceilDiv(width, stride);
            int rows = Math.ceilDiv(height, stride);
            for (int row = 0; row < rows; row++) {
                for (int column = 0; column < columns; column++) {
                    for (double size : SIZES[level]) {
                        double score = scores.get(2 * prior + 1);
                        if (into.wants(score)) {
                            add(locations, 4 * prior, (column + 0.5) * stride, (row + 0.5) * stride, size, score, into);
                        }
                        prior++;
                    }
                }
            }
        }
    }

    private static void add(
            FloatBuffer locations, int at, double x, double y, double size, double score, Candidates into) {
        into.add(
                x + CENTER_VARIANCE * locations.get(at) * size,
                y + CENTER_VARIANCE * locations.get(at + 1) * size,
                size * Math.exp(SIZE_VARIANCE * locations.get(at + 2)),
                size * Math.exp(SIZE_VARIANCE * locations.get(at + 3)),
                score);
    }

    @Override
    public void close() {
        network.model().close();
    }
}
