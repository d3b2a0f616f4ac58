package garim.cli;

import garim.engine.pipeline.DetectorUse;
import garim.models.FaceDetectors;
import java.util.List;

/**
 * Detectors in memory, for as many files as a run has.
 *
 * @param uses the detectors and their models
 */
record LoadedDetectors(List<DetectorUse> uses) implements AutoCloseable {
    /** Loads the weights of a face profile. */
    static LoadedDetectors faces(String profile) {
        return new LoadedDetectors(
                List.of(new DetectorUse(FaceDetectors.create(profile), FaceDetectors.modelsOf(profile))));
    }

    @Override
    public void close() {
        uses.forEach(use -> use.detector().close());
    }
}
