package garim.engine.detect.onnx;

import garim.engine.detect.Picture;
import garim.engine.detect.Suppression;
import garim.engine.frame.Detection;
import garim.engine.frame.EngineException;
import garim.engine.frame.ErrorCode;
import garim.engine.frame.TargetKind;
import java.nio.FloatBuffer;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A face network is a loaded model with the way its input is laid out and its output is read.
 *
 * @param name source of its detections
 * @param threshold lowest score kept, 0-1
 * @param model the loaded model
 * @param layout how pictures become input
 * @param decoder how output becomes candidates
 */
record FaceNetwork(String name, double threshold, OnnxModel model, InputLayout layout, Decoder decoder) {
    private static final double NMS_IOU = 0.4;

    FaceNetwork {
        Objects.requireNonNull(name);
        requireThreshold(threshold);
    }

    /** Loads the model of a network, which must have the outputs that the decoder reads. */
    static FaceNetwork load(
            String name, Weights model, double threshold, List<String> outputs, InputLayout layout, Decoder decoder) {
        requireThreshold(threshold);
        return new FaceNetwork(name, threshold, OnnxModel.load(name, model, outputs), layout, decoder);
    }

    private static void requireThreshold(double threshold) {
        if (!(threshold > 0 && threshold <= 1)) {
            throw new IllegalArgumentException("threshold " + threshold + " is not within 0-1");
        }
    }

    List<Detection> detect(Picture picture) {
        int width = layout.padded(picture.width());
        int height = layout.padded(picture.height());
        Map<String, FloatBuffer> outputs = model.run(width, height, buffer -> layout.write(picture, buffer));
        Candidates candidates = new Candidates(TargetKind.FACE, picture.width(), picture.height(), threshold, name);
        try {
            decoder.decode(outputs, width, height, candidates);
        } catch (IndexOutOfBoundsException e) {
            throw new EngineException(ErrorCode.DETECTOR_FAILED, name, "output smaller than its grid", e);
        }
        return Suppression.strongest(candidates.all(), NMS_IOU);
    }

    /** The tensor of this name. */
    static FloatBuffer tensor(Map<String, FloatBuffer> outputs, String name) {
        return Objects.requireNonNull(outputs.get(name), name);
    }
}
