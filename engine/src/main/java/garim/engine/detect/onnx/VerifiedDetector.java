package garim.engine.detect.onnx;

import garim.engine.detect.Detector;
import garim.engine.detect.Picture;
import garim.engine.detect.Suppression;
import garim.engine.frame.Box;
import garim.engine.frame.Detection;
import garim.engine.frame.TargetKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * A verified detector lets detectors propose faces at low thresholds and keeps what a verifier and they together believe; a place
 * that is no face but a head, from behind for example, is reported as a head.
 *
 * <p>The belief is a logistic sum: the log odds of the verifier, and for every detector that saw the place the log odds
 * by which its score exceeds its lowest score, each with a weight fitted in {@code training/face-verifier}.
 */
public final class VerifiedDetector implements Detector {
    private static final double UNSURE = 1e-4;

    private final String name;
    private final List<Proposer> proposers;
    private final FaceVerifier verifier;
    private final Belief belief;

    /**
     * A proposer is a detector whose finds are verified.
     *
     * @param detector runs at a low threshold; closed with the verified detector
     * @param floor the lowest score that it gives, 0-1
     * @param weight what its log odds above the floor count
     */
    public record Proposer(Detector detector, double floor, double weight) {
        public Proposer {
            Objects.requireNonNull(detector);
            if (!(floor > 0 && floor < 1 && weight >= 0)) {
                throw new IllegalArgumentException("floor " + floor + ", weight " + weight);
            }
        }

        double evidence(Detection d) {
            return weight * Math.max(0, logOdds(d.score()) - logOdds(floor));
        }
    }

    /**
     * How beliefs are summed and which are kept.
     *
     * @param bias log odds of a place that a proposer saw with its lowest score and the verifier finds as likely as not
     * @param verifierWeight what the log odds of the verifier count
     * @param bounds lowest beliefs kept by size, at least one, from small to large; below the first nothing is kept
     */
    public record Belief(double bias, double verifierWeight, List<Bound> bounds) {
        public Belief {
            bounds = List.copyOf(bounds);
            if (bounds.isEmpty()) {
                throw new IllegalArgumentException("a belief needs a bound");
            }
        }

        boolean isEnough(double face, Box box) {
            double lowest = Double.POSITIVE_INFINITY;
            for (Bound bound : bounds) {
                lowest = box.height() >= bound.height() ? bound.belief() : lowest;
            }
            return face >= lowest;
        }
    }

    /**
     * The lowest belief kept of faces from a height on.
     *
     * @param height in pixels
     * @param belief 0-1
     */
    public record Bound(double height, double belief) {}

    /** One place with all that proposers saw there. */
    private record Place(Box box, double evidence) {}

    /** One find of one proposer. */
    private record Find(int proposer, Detection detection, double evidence) {}

    /**
     * Creates a verified detector.
     *
     * @param name source of its detections
     * @param proposers at least one
     * @param verifier closed with this detector
     */
    public VerifiedDetector(String name, List<Proposer> proposers, FaceVerifier verifier, Belief belief) {
        this.name = Objects.requireNonNull(name);
        this.proposers = List.copyOf(proposers);
        this.verifier = Objects.requireNonNull(verifier);
        this.belief = Objects.requireNonNull(belief);
        if (proposers.isEmpty()) {
            throw new IllegalArgumentException("a verified detector needs a proposer");
        }
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public List<Detection> detect(Picture picture) {
        return verified(picture, d -> d.detect(picture));
    }

    @Override
    public List<Detection> detectIn(Picture picture, Box part) {
        // the verifier sees what is around a place, even beyond the part
        return verified(picture, d -> d.detectIn(picture, part));
    }

    private List<Detection> verified(Picture picture, Function<Detector, List<Detection>> look) {
        List<Place> places = places(finds(look));
        List<FaceVerifier.Answer> answers =
                verifier.answers(picture, places.stream().map(Place::box).toList());
        List<Detection> kept = new ArrayList<>();
        for (int i = 0; i < places.size(); i++) {
            Place place = places.get(i);
            double odds = belief.bias()
                    + belief.verifierWeight() * logOdds(answers.get(i).face())
                    + place.evidence();
            double face = 1 / (1 + Math.exp(-odds));
            if (belief.isEnough(face, place.box())) {
                kept.add(new Detection(
                        TargetKind.FACE, place.box().clamp(picture.width(), picture.height()), face, name));
            }
        }
        return Suppression.merge(kept);
    }

    private List<Find> finds(Function<Detector, List<Detection>> look) {
        List<Find> finds = new ArrayList<>();
        for (int i = 0; i < proposers.size(); i++) {
            Proposer proposer = proposers.get(i);
            for (Detection d : look.apply(proposer.detector())) {
                if (d.score() >= proposer.floor()) {
                    finds.add(new Find(i, d, proposer.evidence(d)));
                }
            }
        }
        finds.sort((a, b) -> Double.compare(b.evidence(), a.evidence()));
        return finds;
    }

    private List<Place> places(List<Find> finds) {
        List<Find> open = new ArrayList<>(finds);
        List<Place> places = new ArrayList<>();
        while (!open.isEmpty()) {
            Box best = open.getFirst().detection().box();
            List<Find> members = open.stream()
                    .filter(f -> f.detection().box().iou(best) >= Suppression.SAME_TARGET_IOU)
                    .toList();
            open.removeFirst();
            open.removeAll(members);
            places.add(place(members));
        }
        return places;
    }

    private Place place(List<Find> members) {
        double evidence = IntStream.range(0, proposers.size())
                .mapToDouble(i -> members.stream()
                        .filter(f -> f.proposer() == i)
                        .mapToDouble(Find::evidence)
                        .max()
                        .orElse(0))
                .sum();
        Box mean = members.getFirst().detection().box();
        double weight = 0;
        for (Find member : members) {
            double more = 0.5 + member.evidence();
            weight += more;
            mean = mean.blend(member.detection().box(), more / weight);
        }
        return new Place(mean, evidence);
    }

    private static double logOdds(double share) {
        double inside = Math.clamp(share, UNSURE, 1 - UNSURE);
        return Math.log(inside / (1 - inside));
    }

    @Override
    public void close() {
        proposers.forEach(p -> p.detector().close());
        verifier.close();
    }
}
