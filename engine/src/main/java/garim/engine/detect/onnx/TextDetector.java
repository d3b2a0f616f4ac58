package garim.engine.detect.onnx;

import garim.engine.detect.Detector;
import garim.engine.detect.Picture;
import garim.engine.detect.PicturePart;
import garim.engine.detect.Suppression;
import garim.engine.detect.text.TextArea;
import garim.engine.detect.text.TextMap;
import garim.engine.frame.Box;
import garim.engine.frame.Detection;
import garim.engine.frame.TargetKind;
import java.util.List;

/**
 * Finds writing of any script with a PP-OCR detection model; boxes are the axis-parallel bounds of slanted lines.
 *
 * <p>The picture is reduced to a working size, or enlarged by at most 1.5. Source of the post-processing: PaddleOCR,
 * ppocr/postprocess/db_postprocess.py, rewritten.
 */
public final class TextDetector implements Detector {
    /** A letter at the end of a line is often seen by half, and a mark beside it not at all. */
    private static final double REACH = 0.25;

    private final String name;
    private final TextNetwork network;

    /**
     * Loads the model.
     *
     * @param name source of its detections
     * @param model the ONNX file and where it runs
     * @param longSides lengths in pixels of the longer side of the picture at work; what is seen at any of them counts
     * @param map thresholds
     * @throws garim.engine.frame.EngineException MODEL_INVALID when it is not such a model
     */
    public TextDetector(String name, Weights model, List<Integer> longSides, TextMap map) {
        this.name = name;
        this.network = new TextNetwork(name, model, longSides, map);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public List<Detection> detect(Picture picture) {
        return detect(picture, Math.max(picture.width(), picture.height()));
    }

    @Override
    public List<Detection> detectIn(Picture picture, Box part) {
        int wholeSide = Math.max(picture.width(), picture.height());
        return PicturePart.of(picture, part).look(cut -> detect(cut, wholeSide));
    }

    private List<Detection> detect(Picture picture, int wholeSide) {
        return Suppression.merge(network.areas(picture, wholeSide).stream()
                .map(area -> detection(area, picture))
                .filter(d -> !d.box().isEmpty())
                .toList());
    }

    private Detection detection(TextArea area, Picture picture) {
        Box box = area.extend(REACH).bounds().clamp(picture.width(), picture.height());
        return new Detection(TargetKind.TEXT, box, area.score(), name);
    }

    @Override
    public void close() {
        network.close();
    }
}
