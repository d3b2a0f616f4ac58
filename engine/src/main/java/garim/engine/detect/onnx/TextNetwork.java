package garim.engine.detect.onnx;

import garim.engine.detect.Picture;
import garim.engine.detect.Resampler;
import garim.engine.detect.text.TextArea;
import garim.engine.detect.text.TextMap;
import garim.engine.frame.EngineException;
import garim.engine.frame.ErrorCode;
import java.nio.FloatBuffer;
import java.util.List;

/** A loaded PP-OCR detection model with the sizes at which it looks at a picture; gives text areas in picture pixels. */
final class TextNetwork implements AutoCloseable {
    private static final String OUTPUT = "sigmoid_0.tmp_0";
    private static final int MULTIPLE = 32;
    private static final double LARGEST_SCALE = 1.5;

    private final OnnxModel model;
    private final String name;
    private final List<Integer> longSides;
    private final TextMap map;

    TextNetwork(String name, Weights model, List<Integer> longSides, TextMap map) {
        this.name = name;
        this.longSides = List.copyOf(longSides);
        this.map = map;
        this.model = OnnxModel.load(name, model, List.of(OUTPUT));
    }

    /**
     * The areas seen at every working size; the same writing may appear once for each.
     *
     * @param wholeSide longer side of the picture of which this one is a part, in pixels; working sizes are meant for it
     */
    List<TextArea> areas(Picture picture, int wholeSide) {
        return longSides.stream()
                .map(side -> Math.min(LARGEST_SCALE, (double) side / wholeSide))
                .distinct()
                .flatMap(scale -> areasAt(picture, scale).stream())
                .toList();
    }

    private List<TextArea> areasAt(Picture picture, double scale) {
        int width = Math.max(MULTIPLE, (int) Math.round(picture.width() * scale / MULTIPLE) * MULTIPLE);
        int height = Math.max(MULTIPLE, (int) Math.round(picture.height() * scale / MULTIPLE) * MULTIPLE);
        Picture working = Resampler.resize(picture, width, height);
        FloatBuffer cells =
                FaceNetwork.tensor(model.run(width, height, b -> TextInput.WHOLE.write(working, b)), OUTPUT);
        if (cells.limit() != width * height) {
            throw new EngineException(ErrorCode.DETECTOR_FAILED, name, "map of " + cells.limit() + " cells");
        }
        double toX = (double) picture.width() / width;
        double toY = (double) picture.height() / height;
        return map.areas(cells, width, height).stream()
                .map(area -> area.scale(toX, toY))
                .toList();
    }

    @Override
    public void close() {
        model.close();
    }
}
