package garim.engine.detect.onnx;

import garim.engine.detect.Detector;
import garim.engine.detect.Picture;
import garim.engine.frame.Detection;
import java.nio.FloatBuffer;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Finds faces with a YuNet model that the operator supplies, run on the whole picture at its native size.
 *
 * <p>The model has a free input size and for the strides 8, 16 and 32 the outputs {@code cls_s}, {@code obj_s} [n, 1]
 * and {@code bbox_s} [n, 4]. Source of the decoding: OpenCV FaceDetectorYN; ShiqiYu, libfacedetection.train.
 */
public final class YunetDetector implements Detector {
    private static final int[] STRIDES = {8, 16, 32};

    private final FaceNetwork network;

    /**
     * Loads the model.
     *
     * @param name source of its detections
     * @param model the ONNX file and where it runs
     * @param threshold lowest score kept, 0-1
     * @throws garim.engine.frame.EngineException MODEL_INVALID when it is not such a model
     */
    public YunetDetector(String name, Weights model, double threshold) {
        List<String> outputs = IntStream.of(STRIDES)
                .boxed()
                .flatMap(s -> Stream.of("cls_" + s, "obj_" + s, "bbox_" + s))
                .toList();
        this.network = FaceNetwork.load(
                name, model, threshold, outputs, new InputLayout(32, true, 0, 1, 0), YunetDetector::decode);
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
        for (int stride : STRIDES) {
            FloatBuffer face = FaceNetwork.tensor(outputs, "cls_" + stride);
            FloatBuffer object = FaceNetwork.tensor(outputs, "obj_" + stride);
            FloatBuffer boxes = FaceNetwork.tensor(outputs, "bbox_" + stride);
            int columns = width / stride;
            int cells = columns * (height / stride);
            for (int cell = 0; cell < cells; cell++) {
                double product = Math.clamp(face.get(cell), 0, 1) * Math.clamp(object.get(cell), 0, 1);
                double score = Math.sqrt(product);
                if (into.wants(score)) {
                    int column = cell % columns;
                    int row = cell / columns;
                    into.add(
                            (column + boxes.get(4 * cell)) * stride,
                            (row + boxes.get(4 * cell + 1)) * stride,
                            Math.exp(boxes.get(4 * cell + 2)) * stride,
                            Math.exp(boxes.get(4 * cell + 3)) * stride,
                            score);
                }
            }
        }
    }

    @Override
    public void close() {
        network.model().close();
    }
}
