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

    /** Low, because faces count more than alarms: from 0.3 on, a fifth of the false ones go, and some faces with them. */
    private static final double THRESHOLD = 0.2;

    /** Of squares in scenes without people fewer than 0.8 % reach it, of faces more than 82 % (held-out pictures). */
    static final double HEAD_THRESHOLD = 0.92;

    private FaceCascades() {}

    static Detector fast(Detector ultraFace, FaceVerifier verifier) {
        return new VerifiedDetector(
                "fast",
                List.of(new Proposer(ultraFace, ULTRAFACE_FLOOR, 0.748)),
                verifier,
                new Belief(-3.324, 1.491, THRESHOLD));
    }

    static Detector standard(Detector ultraFace, FaceVerifier verifier) {
        return new VerifiedDetector(
                "standard",
                List.of(
                        scaled(ultraFace, 0.5, 0.732),
                        new Proposer(ultraFace, ULTRAFACE_FLOOR, 0.819),
                        scaled(ultraFace, 1.5, 0.164)),
                verifier,
                new Belief(-3.958, 1.376, THRESHOLD));
    }

    static Detector thorough(Detector ultraFace, Detector ssd, FaceVerifier verifier) {
        return new VerifiedDetector(
                "thorough",
                List.of(
                        scaled(ultraFace, 0.5, 0.6),
                        new Proposer(ultraFace, ULTRAFACE_FLOOR, 0.669),
                        scaled(ultraFace, 1.5, 0),
                        new Proposer(ssd, SSD_FLOOR, 0.937)),
                verifier,
                new Belief(-3.88, 1.376, THRESHOLD));
    }

    // one session serves all scales, which saves memory; tiles bound it where the picture is enlarged
    private static Proposer scaled(Detector ultraFace, double scale, double weight) {
        return new Proposer(new ScaledDetector(new TiledDetector(ultraFace), scale), ULTRAFACE_FLOOR, weight);
    }
}
