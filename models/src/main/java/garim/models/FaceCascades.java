package garim.models;

import garim.engine.detect.Detector;
import garim.engine.detect.ScaledDetector;
import garim.engine.detect.TiledDetector;
import garim.engine.detect.onnx.FaceVerifier;
import garim.engine.detect.onnx.VerifiedDetector;
import garim.engine.detect.onnx.VerifiedDetector.Belief;
import garim.engine.detect.onnx.VerifiedDetector.Proposer;
import java.util.List;

/**
 * The cascades: shipped detectors at low thresholds propose, the verifier decides.
 *
 * <p>Every number comes from {@code training/face-verifier/fit.py}; see its README before changing one.
 */
final class FaceCascades {
    /** The lowest scores that {@code fit.py} saw. */
    static final double ULTRAFACE_FLOOR = 0.12;

    static final double SSD_FLOOR = 0.03;

    /** Between 0.1 and 0.3 unexplained finds a held-out camera frame, some of them faces that the teacher missed. */
    private static final double THRESHOLD = 0.45;

    private FaceCascades() {}

    static Detector fast(Detector ultraFace, FaceVerifier verifier) {
        return new VerifiedDetector(
                "fast",
                List.of(new Proposer(ultraFace, ULTRAFACE_FLOOR, 0.497)),
                verifier,
                new Belief(-1.381, 1.107, THRESHOLD));
    }

    static Detector standard(Detector ultraFace, FaceVerifier verifier) {
        return new VerifiedDetector(
                "standard",
                List.of(
                        scaled(ultraFace, 0.5, 0.823),
                        new Proposer(ultraFace, ULTRAFACE_FLOOR, 0.553),
                        scaled(ultraFace, 1.5, 0.321)),
                verifier,
                new Belief(-2.289, 1.024, THRESHOLD));
    }

    static Detector thorough(Detector ultraFace, Detector ssd, FaceVerifier verifier) {
        return new VerifiedDetector(
                "thorough",
                List.of(
                        scaled(ultraFace, 0.5, 0.754),
                        new Proposer(ultraFace, ULTRAFACE_FLOOR, 0.478),
                        scaled(ultraFace, 1.5, 0.306),
                        new Proposer(ssd, SSD_FLOOR, 0.896)),
                verifier,
                new Belief(-2.777, 1.208, THRESHOLD));
    }

    // one session serves all scales, which saves memory; tiles bound it where the picture is enlarged
    private static Proposer scaled(Detector ultraFace, double scale, double weight) {
        return new Proposer(new ScaledDetector(new TiledDetector(ultraFace), scale), ULTRAFACE_FLOOR, weight);
    }
}
