package garim.engine.detect.onnx;

import garim.engine.detect.Detector;
import garim.engine.detect.Picture;
import garim.engine.detect.Suppression;
import garim.engine.frame.Detection;
import garim.engine.frame.EngineException;
import garim.engine.frame.ErrorCode;
import garim.engine.frame.TargetKind;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * Finds faces and heads of about 8 to 300 pixels with our own network, run on the whole picture at its native size.
 *
 * <p>The model has a free input size and two outputs, for the priors of UltraFace in their order: {@code scores} [1, n, 2],
 * the log odds of a face and of a head from any side, and {@code locations} [1, n, 8], the box of the face and the box of
 * the head before the priors are applied. Source: {@code training/garim-face}.
 */
public final class FaceNetDetector implements Detector {
    private static final String SCORES = "scores";
    private static final String LOCATIONS = "locations";
    private static final int KINDS = 2;
    private static final int BOX = 4;
    private static final double SAME_FACE_IOU = 0.4;

    private final String name;
    private final OptionalDouble faces;
    private final OptionalDouble heads;
    private final OnnxModel model;
    private final InputLayout layout = new InputLayout(32, false, 127, 1.0 / 128, 127);

    private FaceNetDetector(String name, Weights model, OptionalDouble faces, OptionalDouble heads) {
        this.name = name;
        this.faces = faces;
        this.heads = heads;
        faces.ifPresent(FaceNetDetector::requireThreshold);
        heads.ifPresent(FaceNetDetector::requireThreshold);
        this.model = OnnxModel.load(name, model, List.of(SCORES, LOCATIONS));
    }

    /**
     * Loads the model, to say faces only.
     *
     * @param name source of its detections
     * @param model the ONNX file and where it runs
     * @param threshold lowest score kept, above 0 and below 1
     * @throws EngineException MODEL_INVALID when it is not such a model
     */
    public static FaceNetDetector ofFaces(String name, Weights model, double threshold) {
        return new FaceNetDetector(name, model, OptionalDouble.of(threshold), OptionalDouble.empty());
    }

    /** As {@link #ofFaces}, to say heads only. */
    public static FaceNetDetector ofHeads(String name, Weights model, double threshold) {
        return new FaceNetDetector(name, model, OptionalDouble.empty(), OptionalDouble.of(threshold));
    }

    /** As {@link #ofFaces}, to say both for the cost of one. */
    public static FaceNetDetector ofBoth(String name, Weights model, double faces, double heads) {
        return new FaceNetDetector(name, model, OptionalDouble.of(faces), OptionalDouble.of(heads));
    }

    private static void requireThreshold(double threshold) {
        if (!(threshold > 0 && threshold < 1)) {
            throw new IllegalArgumentException("threshold " + threshold + " is not within 0-1");
        }
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public List<Detection> detect(Picture picture) {
        int width = layout.padded(picture.width());
        int height = layout.padded(picture.height());
        Map<String, FloatBuffer> outputs = model.run(width, height, buffer -> layout.write(picture, buffer));
        FloatBuffer scores = FaceNetwork.tensor(outputs, SCORES);
        FloatBuffer locations = FaceNetwork.tensor(outputs, LOCATIONS);
        int priors = UltraFacePriors.count(width, height);
        if (scores.limit() != KINDS * priors || locations.limit() != KINDS * BOX * priors) {
            throw new EngineException(
                    ErrorCode.DETECTOR_FAILED, name, scores.limit() + " scores for " + priors + " priors");
        }
        List<Detection> found = new ArrayList<>();
        faces.ifPresent(threshold -> {
            Candidates into = candidates(TargetKind.FACE, picture, threshold);
            decode(scores, locations, 0, width, height, threshold, into);
            found.addAll(Suppression.strongest(into.all(), SAME_FACE_IOU));
        });
        heads.ifPresent(threshold -> {
            Candidates into = candidates(TargetKind.HEAD, picture, threshold);
            decode(scores, locations, 1, width, height, threshold, into);
            found.addAll(Suppression.strongest(into.all(), SAME_FACE_IOU));
        });
        return List.copyOf(found);
    }

    private Candidates candidates(TargetKind kind, Picture picture, double threshold) {
        return new Candidates(kind, picture.width(), picture.height(), threshold, name);
    }

    private static void decode(
            FloatBuffer scores,
            FloatBuffer locations,
            int which,
            int width,
            int height,
            double threshold,
            Candidates into) {
        double least = Math.log(threshold / (1 - threshold));
        UltraFacePriors.visit(width, height, (index, x, y, size) -> {
            float odds = scores.get(KINDS * index + which);
            if (odds >= least) {
                int at = BOX * (KINDS * index + which);
                into.add(
                        x + UltraFacePriors.shift(locations.get(at), size),
                        y + UltraFacePriors.shift(locations.get(at + 1), size),
                        UltraFacePriors.side(locations.get(at + 2), size),
                        UltraFacePriors.side(locations.get(at + 3), size),
                        1 / (1 + Math.exp(-odds)));
            }
        });
    }

    @Override
    public void close() {
        model.close();
    }
}
