package garim.engine.detect.onnx;

import garim.engine.detect.HeadJudge;
import garim.engine.detect.Picture;
import garim.engine.frame.Box;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A face verifier says how likely the middle of a crop is a face, and how likely a head seen from any side; it judges
 * what detectors propose.
 *
 * <p>The model takes crops [n, 3, 48, 48] in red, green, blue with values 0-255 and gives {@code face} [n] and
 * {@code head} [n], 0-1. A crop is the square of twice the longer side of the box. Calls may come from several threads at
 * once.
 */
public final class FaceVerifier implements HeadJudge {
    private static final int SIZE = 48;
    private static final double CONTEXT = 2;
    private static final int BATCH = 32;
    private static final String FACE = "face";
    private static final String HEAD = "head";

    private final OnnxModel model;

    /**
     * What is in the middle of a crop.
     *
     * @param face probability of a face, 0-1
     * @param head probability of a head from any side, with a face or without, 0-1
     */
    public record Answer(double face, double head) {}

    /**
     * Loads the model.
     *
     * @param name for error messages
     * @param model the ONNX file and where it runs
     * @throws garim.engine.frame.EngineException MODEL_INVALID when it is not such a model
     */
    public FaceVerifier(String name, Weights model) {
        this.model = OnnxModel.load(name, model, List.of(FACE, HEAD));
    }

    /**
     * What is in the boxes of a picture, in the order of the boxes.
     *
     * @throws garim.engine.frame.EngineException DETECTOR_FAILED when the runtime refuses
     */
    public List<Answer> answers(Picture picture, List<Box> boxes) {
        CropWriter writer = new CropWriter(SIZE, CONTEXT);
        List<Answer> answers = new ArrayList<>(boxes.size());
        for (int from = 0; from < boxes.size(); from += BATCH) {
            List<Box> some = boxes.subList(from, Math.min(boxes.size(), from + BATCH));
            Map<String, FloatBuffer> outputs = run(picture, some, writer);
            FloatBuffer faces = FaceNetwork.tensor(outputs, FACE);
            FloatBuffer heads = FaceNetwork.tensor(outputs, HEAD);
            for (int i = 0; i < some.size(); i++) {
                answers.add(new Answer(faces.get(i), heads.get(i)));
            }
        }
        return List.copyOf(answers);
    }

    @Override
    public double[] headProbabilities(Picture picture, List<Box> boxes) {
        return answers(picture, boxes).stream().mapToDouble(Answer::head).toArray();
    }

    private Map<String, FloatBuffer> run(Picture picture, List<Box> boxes, CropWriter writer) {
        int step = 3 * SIZE * SIZE;
        return model.run(boxes.size(), SIZE, SIZE, buffer -> {
            for (int i = 0; i < boxes.size(); i++) {
                writer.write(picture, boxes.get(i), buffer, i * step);
            }
        });
    }

    @Override
    public void close() {
        model.close();
    }
}
