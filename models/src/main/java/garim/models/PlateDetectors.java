package garim.models;

import garim.engine.detect.CheckedDetector;
import garim.engine.detect.CheckedDetector.Doubt;
import garim.engine.detect.Detector;
import garim.engine.detect.FittedDetector;
import garim.engine.detect.GlancingDetector;
import garim.engine.detect.TiledDetector;
import garim.engine.detect.UnionDetector;
import garim.engine.detect.onnx.PlateDetector;
import garim.engine.detect.onnx.PlateNetDetector;
import garim.engine.detect.text.TextMap;
import garim.engine.frame.ModelUse;
import java.util.List;
import java.util.stream.Stream;

/**
 * Makes detectors of licence plates by profile.
 *
 * <ul>
 *   <li>{@code fast}: our own network alone
 *   <li>{@code standard}: our own network; what it is not sure of is confirmed by reading around the find
 *   <li>{@code thorough}: that, and whatever reads like a plate anywhere in the picture
 * </ul>
 *
 * <p>Every detector takes pictures of any size; the caller closes it.
 */
public final class PlateDetectors {
    private static final int WIDE = 1280;
    private static final int NARROW = 320;
    /** Lowest score of the network where nobody confirms it. */
    private static final double ALONE = 0.5;

    private static final double SURE = 0.72;
    private static final double FLOOR = 0.4;
    private static final double MARGIN = 0.5;
    private static final int MOST_CHECKS = 16;

    /** Bounds the time of a live glance. */
    private static final int MOST_LIVE_CHECKS = 6;

    private static final int CROP_SIDE = 480;
    private static final TextMap MAP = new TextMap(0.3, 0.5, 1.6);

    private PlateDetectors() {}

    /** The profiles, from the quickest to the slowest. */
    public static List<String> profiles() {
        return List.of("fast", "standard", "thorough");
    }

    /**
     * Makes a detector of licence plates.
     *
     * @throws ModelException PROFILE_UNKNOWN, or MODEL_MISSING when its weights are not there
     */
    public static Detector create(String profile) {
        return switch (profile) {
            case "fast" -> net("plate-fast", ALONE);
            case "standard" -> standard();
            case "thorough" -> UnionDetector.of("plate-thorough", List.of(standard(), TextDetectors.plate("thorough")));
            default -> throw unknown(profile);
        };
    }

    /**
     * Makes a detector of licence plates that reads whatever looks like writing, and glances with our own network, where few
     * finds are confirmed by reading.
     *
     * @throws ModelException MODEL_MISSING when the weights are not there
     */
    public static Detector live() {
        return new GlancingDetector(TextDetectors.plate("thorough"), checked(ALONE, MOST_LIVE_CHECKS));
    }

    /** The model files behind {@link #live}. */
    public static List<ModelUse> liveModels() {
        return modelsOf("standard");
    }

    /**
     * The model files behind a profile, as they go into a plan.
     *
     * @throws ModelException PROFILE_UNKNOWN
     */
    public static List<ModelUse> modelsOf(String profile) {
        ModelCard card = ModelCatalogue.plateNet();
        ModelUse own = new ModelUse(card.name(), card.sha256());
        return switch (profile) {
            case "fast" -> List.of(own);
            case "standard", "thorough" ->
                Stream.concat(Stream.of(own), TextDetectors.plateModels().stream())
                        .toList();
            default -> throw unknown(profile);
        };
    }

    /** Our own network where it is sure, for second eyes: whatever they find costs a person a look. */
    static Detector sure() {
        return net("plate-sure", SURE);
    }

    private static Detector standard() {
        return checked(FLOOR, MOST_CHECKS);
    }

    private static Detector checked(double floor, int checks) {
        PlateDetector reader = new PlateDetector(
                "ppocr-v4-plate",
                ShippedModel.bytes(TextModels.detection()),
                ShippedModel.bytes(TextModels.recognition()),
                ShippedModel.bytes(TextModels.keys()),
                List.of(CROP_SIDE),
                MAP);
        return new CheckedDetector("plate-standard", net("plate", floor), reader, new Doubt(SURE, MARGIN, checks));
    }

    /** The network at two sizes: near plates are too large for the first, far ones too small for the second. */
    private static Detector net(String name, double threshold) {
        ModelCard card = ModelCatalogue.plateNet();
        Detector net = new PlateNetDetector(card.name(), ShippedModel.bytes(card), threshold);
        return new TiledDetector(
                UnionDetector.of(name, List.of(new FittedDetector(net, WIDE), new FittedDetector(net, NARROW))));
    }

    private static ModelException unknown(String profile) {
        return new ModelException(
                ModelErrorCode.PROFILE_UNKNOWN,
                profile,
                "There is no plate profile \"" + profile + "\"; choose one of " + profiles() + ".");
    }
}
