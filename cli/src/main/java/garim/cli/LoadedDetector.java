package garim.cli;

import garim.engine.detect.Detector;
import garim.engine.pipeline.DetectorUse;
import garim.models.FaceDetectors;

/**
 * A detector in memory, for as many files as a run has.
 *
 * @param use the detector and its models
 */
record LoadedDetector(DetectorUse use) implements AutoCloseable {
    /** Loads the weights of a profile. */
    static LoadedDetector of(String profile) {
        Detector detector = FaceDetectors.create(profile);
        return new LoadedDetector(new DetectorUse(detector, FaceDetectors.modelsOf(profile)));
    }

    @Override
    public void close() {
        use.detector().close();
    }
}
