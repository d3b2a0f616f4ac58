package garim.models;

import garim.engine.detect.CloseUpDetector;
import garim.engine.detect.Detector;
import garim.engine.detect.GlancingDetector;
import garim.engine.detect.MirroredDetector;
import garim.engine.detect.TiledDetector;
import garim.engine.detect.onnx.Device;
import garim.engine.detect.onnx.FaceNetDetector;
import garim.engine.detect.onnx.FaceVerifier;
import garim.engine.detect.onnx.SsdFaceDetector;
import garim.engine.detect.onnx.UltraFaceDetector;
import garim.engine.detect.onnx.Weights;
import garim.engine.detect.onnx.YunetDetector;
import garim.engine.frame.ModelUse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/**
 * Makes face detectors by profile: the cascades {@code fast}, {@code standard}, {@code thorough}, {@code packaged},
 * {@code garim}, the single detectors
 * {@code ultraface}, {@code ssd}, {@code garim-face}, and {@code yunet:FILE}.
 *
 * <p>Only the weights that a profile needs are read. Every detector takes pictures of any size.
 */
public final class FaceDetectors {
    private static final String YUNET = "yunet:";
    private static final double YUNET_THRESHOLD = 0.3;

    /** A picture of 1920 x 1088, continued at its borders, is one tile. */
    private static final int TILE_WIDTH = 1920;

    private static final int TILE_HEIGHT = 1088;
    private static final int TILE_OVERLAP = 128;

    /** A multiple of every stride of the networks, so that what is inside is seen as without it. */
    private static final int BORDER = 64;

    /** Of faces half outside 85 % reach it, and of the six alarms that the mirror added in 46 scenes one. */
    private static final double CUT_BY_BORDER = 0.5;

    private final Device device;

    /** Makes detectors whose networks run on a device. */
    public FaceDetectors(Device device) {
        this.device = Objects.requireNonNull(device);
    }

    /** The profile of those who do not choose. */
    public static final String DEFAULT_PROFILE = "standard";

    /** The profiles that need no file. */
    public static List<String> profiles() {
        return List.of("fast", "standard", "thorough", "packaged", "garim", "ultraface", "ssd", "garim-face");
    }

    /** As {@link #create(String, Path)}, with the current folder as the models folder. */
    public Detector create(String profile) {
        return create(profile, Path.of(""));
    }

    /**
     * Makes a detector; the caller closes it.
     *
     * @param profile one of {@link #profiles()}, or {@code yunet:FILE} for a YuNet model that the operator supplies
     * @param modelsFolder where a relative FILE is looked for
     * @throws ModelException PROFILE_UNKNOWN, or MODEL_MISSING when its weights are not there
     * @throws garim.engine.frame.EngineException MODEL_INVALID when the weights cannot be loaded
     */
    public Detector create(String profile, Path modelsFolder) {
        if (profile.startsWith(YUNET)) {
            return new TiledDetector(yunet(modelsFolder.resolve(profile.substring(YUNET.length()))));
        }
        return switch (profile) {
            case "fast" -> cascade(FaceCascades.fast(proposingUltraFace(), verifier()));
            case "standard" -> standard(proposingFaceNet(), proposingUltraFace(), verifier());
            case "thorough" ->
                cascade(FaceCascades.thorough(
                        proposingFaceNet(), proposingUltraFace(), ssd(FaceCascades.SSD_FLOOR), verifier()));
            case "packaged" -> packaged(proposingUltraFace(), verifier());
            case "garim" -> garim(proposingFaceNet(), verifier());
            case "ultraface" ->
                new TiledDetector(ultraFace(ModelCatalogue.ultraFace().threshold()));
            case "ssd" -> new TiledDetector(ssd(ModelCatalogue.ssd().threshold()));
            case "garim-face" ->
                new TiledDetector(faceNet(ModelCatalogue.faceNet().threshold()));
            default ->
                throw new ModelException(
                        ModelErrorCode.PROFILE_UNKNOWN,
                        profile,
                        "There is no detector profile \"" + profile + "\"; choose one of " + profiles()
                                + " or yunet:FILE.");
        };
    }

    private static Detector standard(Detector faceNet, Detector ultraFace, FaceVerifier verifier) {
        return glancing(
                FaceCascades.standard(faceNet, ultraFace, verifier), FaceCascades.garimGlance(faceNet, verifier));
    }

    private static Detector packaged(Detector ultraFace, FaceVerifier verifier) {
        return glancing(FaceCascades.packaged(ultraFace, verifier), FaceCascades.fast(ultraFace, verifier));
    }

    private static Detector garim(Detector faceNet, FaceVerifier verifier) {
        return glancing(FaceCascades.garim(faceNet, verifier), FaceCascades.garimGlance(faceNet, verifier));
    }

    /** A cheaper cascade glances, without the mirror; one session serves both, which saves memory. */
    private static Detector glancing(Detector thorough, Detector cheap) {
        return new GlancingDetector(cascade(thorough), new CloseUpDetector(new TiledDetector(cheap)));
    }

    /** A cascade believes nothing unverified, so that looks from afar and beyond the borders cost few false alarms. */
    private static Detector cascade(Detector verified) {
        Detector tiled = new TiledDetector(verified, TILE_WIDTH + 2 * BORDER, TILE_HEIGHT + 2 * BORDER, TILE_OVERLAP);
        return new CloseUpDetector(new MirroredDetector(tiled, BORDER, CUT_BY_BORDER));
    }

    private Detector ultraFace(double threshold) {
        ModelCard card = ModelCatalogue.ultraFace();
        return new UltraFaceDetector(card.name(), ShippedModel.weights(card, device), threshold);
    }

    private Detector faceNet(double threshold) {
        ModelCard card = ModelCatalogue.faceNet();
        return FaceNetDetector.ofFaces(card.name(), ShippedModel.weights(card, device), threshold);
    }

    private Detector proposingFaceNet() {
        return faceNet(FaceCascades.FACE_NET_FLOOR);
    }

    private Detector proposingUltraFace() {
        return ultraFace(FaceCascades.ULTRAFACE_FLOOR);
    }

    FaceVerifier verifier() {
        ModelCard card = ModelCatalogue.verifier();
        return new FaceVerifier(card.name(), ShippedModel.weights(card, device));
    }

    private Detector ssd(double threshold) {
        ModelCard card = ModelCatalogue.ssd();
        return new SsdFaceDetector(card.name(), ShippedModel.weights(card, device), threshold);
    }

    /** SSD proposes at its own threshold, the verifier decides. */
    Detector secondBySsd() {
        return new TiledDetector(
                FaceCascades.secondBySsd(ssd(ModelCatalogue.ssd().threshold()), verifier()));
    }

    /** UltraFace proposes at scales that no profile has, the verifier decides. */
    Detector secondByUltraFace() {
        return new TiledDetector(FaceCascades.secondByUltraFace(proposingUltraFace(), verifier()));
    }

    private Detector yunet(Path file) {
        return new YunetDetector("yunet", new Weights(operatorSupplied(file), device), YUNET_THRESHOLD);
    }

    private static byte[] operatorSupplied(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new ModelException(
                    ModelErrorCode.MODEL_MISSING,
                    file.toString(),
                    "The model file " + file + " cannot be read; put it there or choose another profile.",
                    e);
        }
    }

    /** The model files behind a profile, as they go into a plan. */
    public List<ModelUse> modelsOf(String profile) {
        if (profile.startsWith(YUNET)) {
            byte[] weights = operatorSupplied(Path.of(profile.substring(YUNET.length())));
            return List.of(ModelCard.use("yunet", Checksum.sha256(weights), device));
        }
        List<ModelCard> cards =
                switch (profile) {
                    case "thorough" ->
                        List.of(
                                ModelCatalogue.faceNet(),
                                ModelCatalogue.ultraFace(),
                                ModelCatalogue.ssd(),
                                ModelCatalogue.verifier());
                    case "standard" ->
                        List.of(ModelCatalogue.faceNet(), ModelCatalogue.ultraFace(), ModelCatalogue.verifier());
                    case "fast", "packaged" -> List.of(ModelCatalogue.ultraFace(), ModelCatalogue.verifier());
                    case "ssd" -> List.of(ModelCatalogue.ssd());
                    case "garim" -> List.of(ModelCatalogue.faceNet(), ModelCatalogue.verifier());
                    case "garim-face" -> List.of(ModelCatalogue.faceNet());
                    default -> List.of(ModelCatalogue.ultraFace());
                };
        return cards.stream().map(card -> card.use(device)).toList();
    }
}
