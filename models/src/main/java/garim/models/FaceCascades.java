package garim.models;

import garim.engine.detect.Detector;
import garim.engine.detect.ScaledDetector;
import garim.engine.detect.TiledDetector;
import garim.engine.detect.UnionDetector;
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

    static final double FACE_NET_FLOOR = 0.12;

    /**
     * Low, because faces count more than alarms: on held-out pictures a third of the false ones that the third round left come
     * through. What is lower than 8 pixels nobody recognises, and there it has to be surer; from 60 pixels on faces are.
     */
    private static final List<Bound> BOUNDS = List.of(new Bound(0, 0.6), new Bound(8, 0.3), new Bound(60, 0.5));

    /** Alone, our own net is less sure of large bare faces than UltraFace is. */
    private static final List<Bound> ALONE = List.of(new Bound(0, 0.6), new Bound(8, 0.3));

    /** Beside our own net, UltraFace has to be surer: nothing held out is lost, and a tenth of the false ones go. */
    private static final List<Bound> BESIDE = List.of(new Bound(0, 0.6), new Bound(8, 0.4), new Bound(60, 0.5));

    private FaceCascades() {}

    static Detector fast(Detector ultraFace, FaceVerifier verifier) {
        return ultraFaceOnce("fast", ultraFace, verifier, BOUNDS);
    }

    /** Each believes by itself, so that neither takes away what the other saw: one sum for both lost small bare faces. */
    static Detector standard(Detector faceNet, Detector ultraFace, FaceVerifier verifier) {
        return UnionDetector.of(
                "standard",
                List.of(
                        faceNetTwice("standard", faceNet, verifier, BOUNDS),
                        ultraFaceOnce("standard", ultraFace, verifier, BESIDE)));
    }

    static Detector garim(Detector faceNet, FaceVerifier verifier) {
        return faceNetTwice("garim", faceNet, verifier, ALONE);
    }

    private static Detector ultraFaceOnce(String name, Detector ultraFace, FaceVerifier verifier, List<Bound> bounds) {
        return new VerifiedDetector(
                name,
                List.of(new Proposer(ultraFace, ULTRAFACE_FLOOR, 0.771)),
                verifier,
                new Belief(-2.341, 1.231, bounds));
    }

    private static Detector faceNetTwice(String name, Detector faceNet, FaceVerifier verifier, List<Bound> bounds) {
        return new VerifiedDetector(
                name,
                List.of(reduced(faceNet, 0.281), new Proposer(faceNet, FACE_NET_FLOOR, 0.336)),
                verifier,
                new Belief(-2.215, 0.986, bounds));
    }

    static Detector packaged(Detector ultraFace, FaceVerifier verifier) {
        return new VerifiedDetector(
                "packaged",
                List.of(
                        scaled(ultraFace, 0.5, 0.572),
                        new Proposer(ultraFace, ULTRAFACE_FLOOR, 0.800),
                        scaled(ultraFace, 1.5, 0.170)),
                verifier,
                new Belief(-3.120, 1.119, BOUNDS));
    }

    static Detector garimGlance(Detector faceNet, FaceVerifier verifier) {
        return new VerifiedDetector(
                "garim-glance",
                List.of(new Proposer(faceNet, FACE_NET_FLOOR, 0.425)),
                verifier,
                new Belief(-2.170, 0.972, ALONE));
    }

    static Detector thorough(Detector faceNet, Detector ultraFace, Detector ssd, FaceVerifier verifier) {
        return new VerifiedDetector(
                "thorough",
                List.of(
                        reduced(faceNet, 0.521),
                        new Proposer(faceNet, FACE_NET_FLOOR, 0.676),
                        scaled(ultraFace, 0.5, 0.319),
                        new Proposer(ultraFace, ULTRAFACE_FLOOR, 0.221),
                        scaled(ultraFace, 1.5, 0),
                        new Proposer(ssd, SSD_FLOOR, 0.698)),
                verifier,
                new Belief(-3.375, 1.235, BOUNDS));
    }

    /** For second eyes, whose every find costs a person a look: what is more likely than not. */
    private static final List<Bound> MORE_LIKELY_THAN_NOT = List.of(new Bound(0, 0.6), new Bound(8, 0.5));

    static Detector secondBySsd(Detector ssd, FaceVerifier verifier) {
        return new VerifiedDetector(
                "second-ssd",
                List.of(new Proposer(ssd, SSD_FLOOR, 0.698)),
                verifier,
                new Belief(-3.375, 1.235, MORE_LIKELY_THAN_NOT));
    }

    static Detector secondByUltraFace(Detector ultraFace, FaceVerifier verifier) {
        return new VerifiedDetector(
                "second-ultraface",
                List.of(scaled(ultraFace, 0.7, 0.572), scaled(ultraFace, 2, 0.170)),
                verifier,
                new Belief(-3.120, 1.119, MORE_LIKELY_THAN_NOT));
    }

    // one session serves all scales, which saves memory; tiles bound it where the picture is enlarged,
    // and reduced again it would be the picture that another scale sees
    private static Proposer reduced(Detector faceNet, double weight) {
        return new Proposer(new ScaledDetector(TiledDetector.ofTilesOnly(faceNet), 0.5), FACE_NET_FLOOR, weight);
    }

    private static Proposer scaled(Detector ultraFace, double scale, double weight) {
        return new Proposer(new ScaledDetector(TiledDetector.ofTilesOnly(ultraFace), scale), ULTRAFACE_FLOOR, weight);
    }
}
