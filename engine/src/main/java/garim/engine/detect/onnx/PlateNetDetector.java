package garim.engine.detect.onnx;

import garim.engine.detect.Detector;
import garim.engine.detect.Picture;
import garim.engine.detect.Suppression;
import garim.engine.frame.Detection;
import garim.engine.frame.EngineException;
import garim.engine.frame.ErrorCode;
import garim.engine.frame.TargetKind;
import java.nio.FloatBuffer;
import java.util.List;

/**
 * Finds licence plates of about 20 to 260 pixels with our own network, run on the whole picture at its native size.
 *
 * <p>The model has a free input size and the output {@code plates} [1, 5, rows, columns], a cell for every 8 x 8 pixels:
 * the log odds that a plate's middle is near, and the logarithms of the distances from the middle of the cell to the left,
 * top, right and bottom side, in cells. Source: {@code training/plate}.
 */
public final class PlateNetDetector implements Detector {
    private static final String OUTPUT = "plates";
    private static final int MULTIPLE = 32;
    private static final int STRIDE = 8;
    private static final double LONGEST_DISTANCE = 5;
    private static final double SAME_PLATE_IOU = 0.3;

    /** Pixels; narrower ones were not trained on, and what is found there is noise. */
    private static final double NARROWEST = 12;

    private final String name;
    private final double threshold;
    private final OnnxModel model;
    private final InputLayout layout = new InputLayout(MULTIPLE, true, 127.5, 1 / 127.5, 127);

    /**
     * Loads the model.
     *
     * @param name source of its detections
     * @param model the ONNX file and where it runs
     * @param threshold lowest score kept, 0-1
     * @throws EngineException MODEL_INVALID when it is not such a model
     */
    public PlateNetDetector(String name, Weights model, double threshold) {
        if (!(threshold > 0 && threshold < 1)) {
            throw new IllegalArgumentException("threshold " + threshold + " is not within 0-1");
        }
        this.name = name;
        this.threshold = threshold;
        this.model = OnnxModel.load(name, model, List.of(OUTPUT));
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public List<Detection> detect(Picture picture) {
        int columns = layout.padded(picture.width()) / STRIDE;
        int rows = layout.padded(picture.height()) / STRIDE;
        FloatBuffer map = FaceNetwork.tensor(
                model.run(columns * STRIDE, rows * STRIDE, buffer -> layout.write(picture, buffer)), OUTPUT);
        if (map.limit() != 5 * columns * rows) {
            throw new EngineException(ErrorCode.DETECTOR_FAILED, name, "map of " + map.limit() + " values");
        }
        Candidates candidates = new Candidates(TargetKind.PLATE, picture.width(), picture.height(), threshold, name);
        decode(map, columns, rows, candidates);
        return Suppression.strongest(candidates.all(), SAME_PLATE_IOU);
    }

    private void decode(FloatBuffer map, int columns, int rows, Candidates into) {
        int cells = columns * rows;
        double least = Math.log(threshold / (1 - threshold));
        for (int cell = 0; cell < cells; cell++) {
            double odds = map.get(cell);
            if (odds >= least) {
                double left = distance(map.get(cells + cell));
                double top = distance(map.get(2 * cells + cell));
                double right = distance(map.get(3 * cells + cell));
                double bottom = distance(map.get(4 * cells + cell));
                double x = (cell % columns + 0.5) * STRIDE + (right - left) / 2;
                double y = (Math.floorDiv(cell, columns) + 0.5) * STRIDE + (bottom - top) / 2;
                if (left + right >= NARROWEST) {
                    into.add(x, y, left + right, top + bottom, 1 / (1 + Math.exp(-odds)));
                }
            }
        }
    }

    /** Pixels of a logarithm of cells. */
    private static double distance(double logarithm) {
        return STRIDE * Math.exp(Math.min(logarithm, LONGEST_DISTANCE));
    }

    @Override
    public void close() {
        model.close();
    }
}
