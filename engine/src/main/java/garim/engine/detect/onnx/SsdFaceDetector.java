package garim.engine.detect.onnx;

import garim.engine.detect.Detector;
import garim.engine.detect.Picture;
import garim.engine.frame.Detection;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Finds faces with the SSD MobileNetV1 of face-api, run on the whole picture at its native size.
 *
 * <p>The model has a free input size and for each level 0-5 the outputs {@code box_i} [1, h, w, 4 k] and
 * {@code class_i} [1, h, w, 3 k] for k priors a cell. The priors keep their size in pixels at any input size. Source of
 * priors and decoding: yeephycho, tensorflow-face-detection; TensorFlow multiple grid anchor generator.
 */
public final class SsdFaceDetector implements Detector {
    private static final int TRAINED_SIDE = 512;
    private static final double[] SCALES = {0.2, 0.35, 0.5, 0.65, 0.8, 0.95, 1.0};
    private static final double[] ASPECTS = {2, 1.0 / 2, 3, 1.0 / 3};
    private static final int LEVELS = 6;
    private static final List<List<Prior>> PRIORS =
            IntStream.range(0, LEVELS).mapToObj(SsdFaceDetector::priors).toList();

    private final FaceNetwork network;

    private record Prior(double width, double height) {
        static Prior of(double scale, double aspect) {
            double side = scale * TRAINED_SIDE;
            return new Prior(side * Math.sqrt(aspect), side / Math.sqrt(aspect));
        }
    }

    /**
     * Loads the model.
     *
     * @param name source of its detections
     * @param model the ONNX file and where it runs
     * @param threshold lowest score kept, 0-1
     * @throws garim.engine.frame.EngineException MODEL_INVALID when it is not such a model
     */
    public SsdFaceDetector(String name, Weights model, double threshold) {
        List<String> outputs = IntStream.range(0, LEVELS)
                .boxed()
                .flatMap(i -> Stream.of("box_" + i, "class_" + i))
                .toList();
        this.network = FaceNetwork.load(
                name,
                model,
                threshold,
                outputs,
                new InputLayout(64, false, 127.5, 1 / 127.5, 127),
                SsdFaceDetector::decode);
    }

    private static List<Prior> priors(int level) {
        double scale = SCALES[level];
        if (level == 0) {
            return List.of(Prior.of(scale / 2, 1), Prior.of(scale, 2), Prior.of(scale, 0.5));
        }
        List<Prior> priors = new ArrayList<>();
        priors.add(Prior.of(scale, 1));
        priors.add(Prior.of(Math.sqrt(scale * SCALES[level + 1]), 1));
        for (double aspect : ASPECTS) {
            priors.add(Prior.of(scale, aspect));
        }
        return List.copyOf(priors);
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
        for (int level = 0; level < LEVELS; level++) {
            FloatBuffer boxes = FaceNetwork.tensor(outputs, "box_" + level);
            FloatBuffer classes = FaceNetwork.tensor(outputs, "class_" + level);
            int stride = 16 << level;
            int columns = Math.ceilDiv(width, stride);
            int rows = Math.ceilDiv(height, stride);
            int at = 0;
            for (int row = 0; row < rows; row++) {
                for (int column = 0; column < columns; column++) {
                    for (Prior prior : PRIORS.get(level)) {
                        double score = 1 / (1 + Math.exp(-classes.get(3 * at + 1)));
                        if (into.wants(score)) {
                            add(boxes, 4 * at, (column + 0.5) * stride, (row + 0.5) * stride, prior, score, into);
                        }
                        at++;
                    }
                }
            }
        }
    }

    private static void add(FloatBuffer boxes, int at, double x, double y, Prior prior, double score, Candidates into) {
        into.add(
                x + boxes.get(at + 1) / 10 * prior.width(),
                y + boxes.get(at) / 10 * prior.height(),
                prior.width() * Math.exp(boxes.get(at + 3) / 5),
                prior.height() * Math.exp(boxes.get(at + 2) / 5),
                score);
    }

    @Override
    public void close() {
        network.model().close();
    }
}
