package garim.engine.detect.onnx;

import garim.engine.detect.Detector;
import garim.engine.detect.Picture;
import garim.engine.detect.PicturePart;
import garim.engine.detect.Suppression;
import garim.engine.detect.text.PlateField;
import garim.engine.detect.text.PlateShapes;
import garim.engine.detect.text.PlateShapes.Candidate;
import garim.engine.detect.text.PlateSyntax;
import garim.engine.detect.text.TextArea;
import garim.engine.detect.text.TextMap;
import garim.engine.frame.Box;
import garim.engine.frame.Detection;
import garim.engine.frame.TargetKind;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds licence plates: writing of the shape of a plate that reads like one, or that is too small to read and stands on
 * a field like a plate's. Readings are used for this decision only and never leave the detector.
 */
public final class PlateDetector implements Detector {
    private static final double THINNEST = 5;
    private static final int MOST_READINGS = 48;

    private final String name;
    private final TextNetwork network;
    private final LineReader reader;

    /**
     * Loads the models.
     *
     * @param name source of its detections
     * @param detection the detection model and where it runs
     * @param recognition the recognition model and where it runs
     * @param keys characters of the recognition model, UTF-8, one a line
     * @param longSides working sizes, see {@link TextDetector}
     * @param map thresholds
     * @throws garim.engine.frame.EngineException MODEL_INVALID when they are not such models
     */
    public PlateDetector(
            String name, Weights detection, Weights recognition, byte[] keys, List<Integer> longSides, TextMap map) {
        this.name = name;
        this.network = new TextNetwork(name, detection, longSides, map);
        this.reader = new LineReader(name, recognition, keys);
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
        List<TextArea> areas = network.areas(picture, wholeSide).stream()
                .filter(area -> area.thickness() >= THINNEST)
                .sorted(Comparator.comparingDouble(TextArea::score).reversed())
                .toList();
        Map<TextArea, String> readings = new HashMap<>();
        return Suppression.merge(PlateShapes.candidates(areas).stream()
                .filter(candidate -> isPlate(picture, candidate, readings))
                .map(candidate -> detection(candidate, picture))
                .filter(d -> !d.box().isEmpty())
                .toList());
    }

    private boolean isPlate(Picture picture, Candidate candidate, Map<TextArea, String> readings) {
        String reading = candidate.lines().stream()
                .map(line -> reading(picture, line, readings))
                .reduce("", String::concat);
        if (PlateSyntax.fits(reading)) {
            return true;
        }
        TextArea whole = candidate.whole();
        if (candidate.stacked()) {
            return PlateSyntax.fitsLowerLine(reading(picture, candidate.lines().getLast(), readings));
        }
        return (PlateSyntax.mightFit(reading) && PlateField.standsOut(picture, whole))
                || (candidate.lines().size() == 1 && PlateField.isUnreadablePlate(picture, whole));
    }

    private String reading(Picture picture, TextArea line, Map<TextArea, String> readings) {
        if (readings.size() >= MOST_READINGS && !readings.containsKey(line)) {
            return "";
        }
        return readings.computeIfAbsent(line, l -> reader.read(picture, l));
    }

    private Detection detection(Candidate candidate, Picture picture) {
        Box box = PlateField.toRim(candidate.whole()).bounds().clamp(picture.width(), picture.height());
        return new Detection(TargetKind.PLATE, box, candidate.whole().score(), name);
    }

    @Override
    public void close() {
        network.close();
        reader.close();
    }
}
