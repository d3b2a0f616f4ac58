package garim.cli;

import garim.engine.detect.Detector;
import garim.engine.detect.TurnedDetector;
import garim.engine.frame.Rotation;
import garim.engine.pipeline.DetectorUse;
import garim.engine.pipeline.OrientationProbe;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Option;

/** Options for cameras that hang upside down or on their side. */
final class TurnOptions {
    @Option(
            names = "--rotate-detect",
            paramLabel = "TURN",
            defaultValue = "none",
            converter = TurnDetection.Converter.class)
    TurnDetection turn = TurnDetection.NONE;

    /**
     * The detectors as they should look at a file; what they hold is closed with the given ones.
     *
     * @throws garim.engine.frame.EngineException when the file cannot be read
     */
    List<DetectorUse> uses(List<DetectorUse> loaded, Path file) {
        List<Rotation> turns = turn == TurnDetection.AUTO ? probed(loaded, file) : turn.turns();
        if (turns.isEmpty()) {
            return loaded;
        }
        return loaded.stream()
                .map(use -> new DetectorUse(new TurnedDetector(use.detector(), turns), use.models(), use.stride()))
                .toList();
    }

    private static List<Rotation> probed(List<DetectorUse> loaded, Path file) {
        // the first detector is the one of faces where faces are masked; signs and plates stand for no orientation
        List<Detector> people = loaded.stream()
                .filter(use -> use.stride() == 1)
                .map(DetectorUse::detector)
                .toList();
        return people.isEmpty() ? List.of() : new OrientationProbe(List.of(people.getFirst())).turns(file);
    }
}
