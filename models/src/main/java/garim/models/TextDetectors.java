package garim.models;

import garim.engine.detect.Detector;
import garim.engine.detect.GlancingDetector;
import garim.engine.detect.TiledDetector;
import garim.engine.detect.onnx.PlateDetector;
import garim.engine.detect.onnx.TextDetector;
import garim.engine.detect.text.TextMap;
import garim.engine.frame.ModelUse;
import java.util.List;
import java.util.stream.Stream;

/**
 * Makes detectors of writing and of licence plates by profile: {@code fast} or {@code thorough}.
 *
 * <p>Every detector takes pictures of any size; the caller closes it.
 */
public final class TextDetectors {
    private static final int FAST_SIDE = 960;
    private static final int THOROUGH_SIDE = 1280;
    private static final int LARGE_LETTERS_SIDE = 704;
    private static final TextMap MAP = new TextMap(0.3, 0.5, 1.6);

    private TextDetectors() {}

    /** The profiles, which are the same for writing and plates. */
    public static List<String> profiles() {
        return List.of("fast", "thorough");
    }

    /**
     * Makes a detector of writing.
     *
     * @throws ModelException PROFILE_UNKNOWN, or MODEL_MISSING when its weights are not there
     */
    public static Detector text(String profile) {
        ModelCard card = TextModels.detection();
        int side = side(profile);
        // large letters are seen better in a small picture; it showed no further plate
        List<Integer> sides = side == FAST_SIDE ? List.of(side) : List.of(side, LARGE_LETTERS_SIDE);
        return new TiledDetector(new TextDetector(card.name(), ShippedModel.bytes(card), sides, MAP));
    }

    /**
     * Makes a detector of licence plates.
     *
     * @throws ModelException PROFILE_UNKNOWN, or MODEL_MISSING when its weights are not there
     */
    public static Detector plate(String profile) {
        List<Integer> sides = List.of(side(profile));
        return new TiledDetector(new PlateDetector(
                "ppocr-v4-plate",
                ShippedModel.bytes(TextModels.detection()),
                ShippedModel.bytes(TextModels.recognition()),
                ShippedModel.bytes(TextModels.keys()),
                sides,
                MAP));
    }

    private static int side(String profile) {
        return switch (profile) {
            case "fast" -> FAST_SIDE;
            case "thorough" -> THOROUGH_SIDE;
            default ->
                throw new ModelException(
                        ModelErrorCode.PROFILE_UNKNOWN,
                        profile,
                        "There is no text or plate profile \"" + profile + "\"; choose one of " + profiles() + ".");
        };
    }

    /**
     * Makes a detector of writing that glances at one size.
     *
     * @throws ModelException MODEL_MISSING when the weights are not there
     */
    public static Detector liveText() {
        return new GlancingDetector(text("thorough"), text("fast"));
    }

    /** The model files behind {@link #text}, as they go into a plan. */
    public static List<ModelUse> textModels() {
        return uses(TextModels.detection());
    }

    /** The model files behind {@code plate}, as they go into a plan. */
    public static List<ModelUse> plateModels() {
        return uses(TextModels.detection(), TextModels.recognition(), TextModels.keys());
    }

    private static List<ModelUse> uses(ModelCard... cards) {
        return Stream.of(cards)
                .map(card -> new ModelUse(card.name(), card.sha256()))
                .toList();
    }
}
