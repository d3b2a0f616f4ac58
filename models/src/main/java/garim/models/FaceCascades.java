package garim.models;

import garim.engine.detect.Detector;
import garim.engine.detect.ScaledDetector;
import garim.engine.detect.TiledDetector;
import garim.engine.detect.onnx.FaceVerifier;
import garim.engine.detect.onnx.VerifiedDetector;
import garim.engine.detect.onnx.VerifiedDetector.Belief;
import garim.engine.detect.onnx.VerifiedDetector.Bound;
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

    /**
     * Low, because faces count more than alarms: from 0.45 on, half of the false ones go, and small faces with them. Half of
     * the false faces in scenes without people were lower than 8 pixels, where nobody is recognised. Of marked faces from 60
     * pixels on as many reach 0.3 as 0.2.
     */
    private static final List<Bound> BOUNDS = List.of(new Bound(0, 0.6), new Bound(8, 0.2), new Bound(60, 0.3));

    /** Of squares in scenes without people fewer than 0.8 % reach it, of faces more than 82 % (held-out pictures). */
    static final double HEAD_THRESHOLD = 0.92;

    private FaceCascades() {}

    static Detector fast(Detector ultraFace, FaceVerifier verifier) {
        return new VerifiedDetector(
                "fast",
                List.of(new Proposer(ultraFace, ULTRAFACE_FLOOR, 0.748)),
                verifier,
                new Belief(-3.324, 1.491, BOUNDS));
    }

    static Detector standard(Detector ultraFace, FaceVerifier verifier) {
        return new VerifiedDetector(
                "standard",
                List.of(
                        scaled(ultraFace, 0.5, 0.732),
                        new Proposer(ultraFace, ULTRAFACE_FLOOR, 0.819),
                        scaled(ultraFace, 1.5, 0.164)),
                verifier,
                new Belief(-3.958, 1.376, BOUNDS));
    }

    /** The lowest score of our own network that {@code fit.py} saw. */
    static final double FACE_NET_FLOOR = 0.12;

    /** Chosen on held-out pictures only: from 0.3 on as many false ones are left as UltraFace's cascade has from 0.2. */
    private static final List<Bound> FACE_NET_BOUNDS = List.of(new Bound(0, 0.6), new Bound(8, 0.3));

    static Detector garim(Detector faceNet, FaceVerifier verifier) {
        return new VerifiedDetector(
                "garim",
                List.of(
                        new Proposer(
                                new ScaledDetector(TiledDetector.ofTilesOnly(faceNet), 0.5), FACE_NET_FLOOR, 0.423),
                        new Proposer(faceNet, FACE_NET_FLOOR, 0.508)),
                verifier,
                new Belief(-2.779, 1.130, FACE_NET_BOUNDS));
    }

    static Detector garimGlance(Detector faceNet, FaceVerifier verifier) {
        return new VerifiedDetector(
                "garim-glance",
                List.of(new Proposer(faceNet, FACE_NET_FLOOR, 0.574)),
                verifier,
                new Belief(-2.625, 1.110, FACE_NET_BOUNDS));
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
                new Belief(-3.88, 1.376, BOUNDS));
    }

    /** For second eyes, whose every find costs a person a look: what is more likely than not. */
    private static final List<Bound> MORE_LIKELY_THAN_NOT = List.of(new Bound(0, 0.6), new Bound(8, 0.5));

    static Detector secondBySsd(Detector ssd, FaceVerifier verifier) {
        return new VerifiedDetector(
                "second-ssd",
                List.of(new Proposer(ssd, SSD_FLOOR, 0.937)),
                verifier,
                new Belief(-3.88, 1.376, MORE_LIKELY_THAN_NOT));
    }

    static Detector secondByUltraFace(Detector ultraFace, FaceVerifier verifier) {
        return new VerifiedDetector(
                "second-ultraface",
                List.of(scaled(ultraFace, 0.7, 0.732), scaled(ultraFace, 2, 0.164)),
                verifier,
                new Belief(-3.958, 1.376, MORE_LIKELY_THAN_NOT));
    }

    // one session serves all scales, which saves memory; tiles bound it where the picture is enlarged,
    // and reduced again it would be the picture that another scale sees
    private static Proposer scaled(Detector ultraFace, double scale, double weight) {
        return new Proposer(new ScaledDetector(TiledDetector.ofTilesOnly(ultraFace), scale), ULTRAFACE_FLOOR, weight);
    }
}
