package garim.engine.pipeline;

import garim.engine.detect.Detector;
import garim.engine.detect.Picture;
import garim.engine.detect.TurnedDetector;
import garim.engine.detect.UprightView;
import garim.engine.frame.Detection;
import garim.engine.frame.Frame;
import garim.engine.frame.Rotation;
import garim.engine.media.VideoReader;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An orientation probe finds out how the camera of a file hangs, by how surely detectors see people in a few frames
 * turned by quarter turns.
 *
 * <p>The frames lie ever further apart, so that a file of any length costs few looks; the probe ends as soon as one turn
 * has clearly more evidence than all others. A turn in the metadata is applied before.
 */
public final class OrientationProbe {
    private static final int FIRST_STEP = 8;
    private static final double STEP_GROWTH = 1.4;
    private static final int MOST_LOOKS = 24;
    /** Below this score a detection says nothing about the orientation. */
    private static final double CONFIDENT = 0.6;
    /** Scores summed up over the looks from which the probe can end early. */
    private static final double ENOUGH = 8;
    /** Sums below this are not believed against the upright picture. */
    private static final double LITTLE = 1.5;
    /** A turn with at least this share of the strongest evidence is looked at as well. */
    private static final double IN_DOUBT = 0.4;

    private final List<Detector> detectors;

    /**
     * A probe.
     *
     * @param detectors of faces or heads, which look very different when turned; not closed here
     */
    public OrientationProbe(List<Detector> detectors) {
        this.detectors = List.copyOf(detectors);
    }

    /**
     * The turns at which a file should be looked at besides upright; empty when people in it stand upright, or when
     * nobody was seen.
     *
     * @throws garim.engine.frame.EngineException INPUT_MISSING, INPUT_NOT_VIDEO or INPUT_SIZE; a failure of a detector
     */
    public List<Rotation> turns(Path file) {
        Map<Rotation, Double> evidence = new EnumMap<>(Rotation.class);
        for (Rotation turn : Rotation.values()) {
            evidence.put(turn, 0.0);
        }
        try (VideoReader reader = VideoReader.open(file)) {
            int step = FIRST_STEP;
            for (int looks = 0; looks < MOST_LOOKS && !isClear(evidence); looks++) {
                Optional<Frame> frame = reader.read();
                if (frame.isEmpty()) {
                    break;
                }
                Picture picture = UprightView.copyOf(frame.get(), reader.info().rotation());
                evidence.replaceAll((turn, sum) -> sum + evidence(picture, turn));
                reader.recycle(frame.get());
                skip(reader, step);
                step = (int) Math.ceil(step * STEP_GROWTH);
            }
        }
        return turns(evidence);
    }

    private double evidence(Picture picture, Rotation turn) {
        return detectors.stream()
                .flatMap(detector -> TurnedDetector.detectTurned(detector, picture, turn).stream())
                .mapToDouble(Detection::score)
                .filter(score -> score >= CONFIDENT)
                .sum();
    }

    private static void skip(VideoReader reader, int frames) {
        int left = frames;
        while (left > 0 && reader.skip()) {
            left--;
        }
    }

    private static boolean isClear(Map<Rotation, Double> evidence) {
        List<Double> falling = evidence.values().stream()
                .sorted((a, b) -> Double.compare(b, a))
                .toList();
        return falling.getFirst() >= ENOUGH && falling.get(1) < IN_DOUBT * falling.getFirst();
    }

    static List<Rotation> turns(Map<Rotation, Double> evidence) {
        double most = evidence.values().stream()
                .mapToDouble(Double::doubleValue)
                .max()
                .orElse(0);
        return evidence.entrySet().stream()
                .filter(entry -> entry.getKey() != Rotation.NONE)
                .filter(entry -> entry.getValue() >= Math.max(LITTLE, IN_DOUBT * most))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }
}
