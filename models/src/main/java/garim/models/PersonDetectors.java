package garim.models;

import garim.engine.detect.Detector;
import garim.engine.detect.FittedDetector;
import garim.engine.detect.GlancingDetector;
import garim.engine.detect.HeadFromPerson;
import garim.engine.detect.HeadSearch;
import garim.engine.detect.UnionDetector;
import garim.engine.detect.onnx.FaceVerifier;
import garim.engine.detect.onnx.NanoDetDetector;
import garim.engine.frame.ModelUse;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Makes detectors of people and of heads by profile: {@code fast} looks at the picture once, reduced to 416 pixels;
 * {@code thorough} twice, at 640 and at 960, and glances at 640, live at 416; {@code everybody} as {@code thorough}, believing
 * weak evidence too.
 *
 * <p>Every detector takes pictures of any size; the caller closes it.
 */
public final class PersonDetectors {
    /** The profile of those who do not choose. */
    public static final String DEFAULT_PROFILE = "thorough";

    /** The profile that believes weak evidence; it sees people where there are none, too. */
    public static final String EVERYBODY = "everybody";

    private static final double WEAK_EVIDENCE = 0.1;

    private static final double SURE_PERSON = 0.4;

    private static final int LIVE_GLANCE = 416;

    private PersonDetectors() {}

    /** The profiles there are. */
    public static List<String> profiles() {
        return List.of("fast", "thorough", EVERYBODY);
    }

    /** As {@link #person(String, Pace)}, for recordings. */
    public static Detector person(String profile) {
        return person(profile, Pace.RECORDED);
    }

    /**
     * Makes a detector of people.
     *
     * @param profile one of {@link #profiles()}
     * @param pace how quick glances have to be
     * @throws ModelException PROFILE_UNKNOWN, or MODEL_MISSING when the weights are not there
     */
    public static Detector person(String profile, Pace pace) {
        return create("person", profile, pace, look -> look);
    }

    /** As {@link #head(String, Pace)}, for recordings. */
    public static Detector head(String profile) {
        return head(profile, Pace.RECORDED);
    }

    /** Makes a detector of heads from any side, told from the people; as {@link #person(String, Pace)}. */
    public static Detector head(String profile, Pace pace) {
        // heads are told before looks are merged: two people merged into one box would have one head
        HeadSearch search = search(profile);
        return create("head", profile, pace, people -> HeadFromPerson.headsOf(people, search));
    }

    /** As {@link #personAndHead(String, Pace)}, for recordings. */
    public static Detector personAndHead(String profile) {
        return personAndHead(profile, Pace.RECORDED);
    }

    /** Makes a detector of people and of their heads for the cost of one; as {@link #person(String, Pace)}. */
    public static Detector personAndHead(String profile, Pace pace) {
        HeadSearch search = search(profile);
        return create("person-and-head", profile, pace, people -> HeadFromPerson.besides(people, search));
    }

    /** The model files behind every profile, as they go into a plan. */
    public static List<ModelUse> models() {
        return Stream.of(ModelCatalogue.nanoDet(), ModelCatalogue.headVerifier())
                .map(card -> new ModelUse(card.name(), card.sha256()))
                .toList();
    }

    /**
     * Of squares in scenes without people fewer than 0.8 % reach the threshold, of faces more than 82 % (held-out pictures).
     * Whoever is sure to be a person has a head; of the rest only those whose head the verifier knows.
     */
    private static HeadSearch search(String profile) {
        ModelCard card = ModelCatalogue.headVerifier();
        return new HeadSearch(
                new FaceVerifier(card.name(), ShippedModel.bytes(card)),
                card.threshold(),
                profile.equals(EVERYBODY) ? 0 : SURE_PERSON);
    }

    private static List<Integer> sides(String profile) {
        return switch (profile) {
            case "fast" -> List.of(416);
            case "thorough", EVERYBODY -> List.of(640, 960);
            default ->
                throw new ModelException(
                        ModelErrorCode.PROFILE_UNKNOWN,
                        profile,
                        "There is no profile \"" + profile + "\" for people; choose one of " + profiles() + ".");
        };
    }

    private static double threshold(String profile, ModelCard card) {
        return profile.equals(EVERYBODY) ? WEAK_EVIDENCE : card.threshold();
    }

    private static Detector create(String what, String profile, Pace pace, UnaryOperator<Detector> view) {
        List<Integer> sides = sides(profile);
        ModelCard card = ModelCatalogue.nanoDet();
        // one session serves all sizes, which saves memory
        Detector network = new NanoDetDetector(card.name(), ShippedModel.bytes(card), threshold(profile, card));
        Detector all = UnionDetector.of(
                what + "-" + profile,
                sides.stream().map(side -> look(network, side, view)).toList());
        int glance = pace == Pace.LIVE ? LIVE_GLANCE : sides.getFirst();
        return sides.equals(List.of(glance)) ? all : new GlancingDetector(all, look(network, glance, view));
    }

    private static Detector look(Detector network, int side, UnaryOperator<Detector> view) {
        return view.apply(new FittedDetector(network, side));
    }
}
