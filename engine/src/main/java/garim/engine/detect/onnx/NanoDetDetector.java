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
import java.util.Map;

/**
 * Finds people from about 16 pixels of height to the whole picture with NanoDet-g, run on the whole picture at its native size.
 *
 * <p>The model takes blue, green, red samples 0-255 of any size and has for the strides 8, 16 and 32 an output
 * {@code stride_s} [1, 124, h, w]: 80 class logits of COCO, the first of which is a person, and for the left, top, right
 * and bottom side of the box the logits of the distances 0 to 10 strides. Source: RangiLyu, NanoDet; Li et al.,
 * Generalized Focal Loss, 2020.
 */
public final class NanoDetDetector implements Detector {
    private static final int[] STRIDES = {8, 16, 32};
    private static final int MULTIPLE = 32;
    private static final int PERSON = 0;
    private static final int CLASSES = 80;
    private static final int BINS = 11;
    private static final int BLACK = 0;
    private static final double NMS_IOU = 0.6;

    private final String name;
    private final double threshold;
    private final OnnxModel model;
    private final InputLayout layout = new InputLayout(MULTIPLE, true, 0, 1, BLACK);

    /**
     * Loads the model.
     *
     * @param name source of its detections
     * @param model the ONNX file and where it runs
     * @param threshold lowest score kept, 0-1
     * @throws EngineException MODEL_INVALID when it is not such a model
     */
    public NanoDetDetector(String name, Weights model, double threshold) {
        if (!(threshold > 0 && threshold <= 1)) {
            throw new IllegalArgumentException("threshold " + threshold + " is not within 0-1");
        }
        this.name = name;
        this.threshold = threshold;
        this.model = OnnxModel.load(name, model, List.of("stride_8", "stride_16", "stride_32"));
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
        Candidates people = new Candidates(TargetKind.PERSON, picture.width(), picture.height(), threshold, name);
        try {
            for (int stride : STRIDES) {
                FloatBuffer output = FaceNetwork.tensor(outputs, "stride_" + stride);
                new Level(output, stride, width / stride, height / stride).decode(people);
            }
        } catch (IndexOutOfBoundsException e) {
            throw new EngineException(ErrorCode.DETECTOR_FAILED, name, "output smaller than its grid", e);
        }
        return Suppression.strongest(people.all(), NMS_IOU);
    }

    /** The output of one stride: planes of one value a cell. */
    private record Level(FloatBuffer output, int stride, int columns, int rows) {
        void decode(Candidates into) {
            for (int cell = 0; cell < columns * rows; cell++) {
                double score = 1 / (1 + Math.exp(-value(PERSON, cell)));
                if (into.wants(score)) {
                    add(cell, score, into);
                }
            }
        }

        private void add(int cell, double score, Candidates into) {
            double x = (cell % columns + 0.5) * stride;
            double y = (Math.floorDiv(cell, columns) + 0.5) * stride;
            double left = x - distance(0, cell);
            double top = y - distance(1, cell);
            double right = x + distance(2, cell);
            double bottom = y + distance(3, cell);
            into.add((left + right) / 2, (top + bottom) / 2, right - left, bottom - top, score);
        }

        /** The mean of the distribution of one side's distance, in pixels. */
        private double distance(int side, int cell) {
            int first = CLASSES + side * BINS;
            double highest = Double.NEGATIVE_INFINITY;
            for (int bin = 0; bin < BINS; bin++) {
                highest = Math.max(highest, value(first + bin, cell));
            }
            double sum = 0;
            double weighted = 0;
            for (int bin = 0; bin < BINS; bin++) {
                double share = Math.exp(value(first + bin, cell) - highest);
                sum += share;
                weighted += share * bin;
            }
            return weighted / sum * stride;
        }

        private double value(int plane, int cell) {
            return output.get(plane * columns * rows + cell);
        }
    }

    @Override
    public void close() {
        model.close();
    }
}
