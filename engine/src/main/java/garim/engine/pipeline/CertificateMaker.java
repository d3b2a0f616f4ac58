package garim.engine.pipeline;

import garim.engine.frame.Edit;
import garim.engine.frame.MaskPlan;
import garim.engine.frame.ModelUse;
import garim.engine.frame.PlanInput;
import garim.engine.frame.ReviewEntry;
import garim.engine.plan.MaskPlanJson;
import garim.engine.proof.FrameSpan;
import garim.engine.proof.ViewLevel;
import garim.engine.proof.certificate.CanonicalJson;
import garim.engine.proof.certificate.Certificate;
import garim.engine.visibility.KeptSpan;
import garim.engine.visibility.Review;
import garim.engine.visibility.ReviewedTrack;
import garim.engine.visibility.Visibility;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Makes the certificate of an output out of what was planned, written and measured. */
public final class CertificateMaker {
    private final String program;

    /**
     * A certificate maker.
     *
     * @param program name and version that go into the certificates
     */
    public CertificateMaker(String program) {
        this.program = program;
    }

    /** SHA-256 of the canonical form of a plan, decisions and all. */
    public static String sha256(MaskPlan plan) {
        return new CanonicalJson().sha256(new MaskPlanJson().write(plan));
    }

    /**
     * The certificate of an output.
     *
     * @param name of the output, without its folder
     * @param result what was rendered and measured
     * @param settings how it was proven
     * @param inputHasSound true when the input has a sound track
     * @param issued the moment that goes into the certificate
     */
    public Certificate make(
            String name, ProvenRender.Result result, ProofSettings settings, boolean inputHasSound, Instant issued) {
        MaskPlan plan = result.plan();
        Proof proof = result.proof();
        Visibility visibility = Visibility.of(plan);
        Certificate.Review review = review(plan);
        return new Certificate(
                Certificate.VERSION,
                program,
                issued.truncatedTo(ChronoUnit.SECONDS).toString(),
                statement(proof, settings, review, kept(plan, visibility).size()),
                proof.needsReview(),
                input(plan.input(), proof),
                new Certificate.Output(
                        name, proof.file(), proof.media(), result.report().encoder(), sound(proof, inputHasSound)),
                plan(result),
                depth(settings),
                proof.figures(),
                new Certificate.Eyes(models(settings.eyes()), proof.eyes()),
                review,
                kept(plan, visibility));
    }

    private static Certificate.Depth depth(ProofSettings settings) {
        return switch (settings.depth()) {
            case FULL -> Certificate.Depth.FULL;
            case HASH -> Certificate.Depth.HASH;
        };
    }

    private static Certificate.Sound sound(Proof proof, boolean inputHasSound) {
        if (proof.media().soundTracks() > 0) {
            return Certificate.Sound.KEPT;
        }
        return inputHasSound ? Certificate.Sound.DROPPED : Certificate.Sound.NONE;
    }

    private static Certificate.Input input(PlanInput input, Proof proof) {
        return new Certificate.Input(
                input.name(),
                input.sha256(),
                input.bytes(),
                input.codec(),
                input.width(),
                input.height(),
                input.frames(),
                proof.media().seconds());
    }

    private static Certificate.Plan plan(ProvenRender.Result result) {
        MaskPlan plan = result.plan();
        return new Certificate.Plan(
                sha256(plan),
                plan.program(),
                plan.tracks().size(),
                plan.settings().detector(),
                plan.settings().every(),
                plan.settings().profile(),
                result.rounds(),
                plan.models(),
                plan.rules());
    }

    private static List<ModelUse> models(List<DetectorUse> eyes) {
        return eyes.stream().flatMap(eye -> eye.models().stream()).distinct().toList();
    }

    private static Certificate.Review review(MaskPlan plan) {
        Set<String> reviewers = new LinkedHashSet<>();
        plan.review().stream().filter(ReviewEntry::isOfThePlan).forEach(entry -> reviewers.add(entry.by()));
        String approver = new Review(plan).approval().map(ReviewEntry::by).orElse("");
        List<Certificate.Matching> matchings = plan.review().stream()
                .filter(entry -> entry.edit() instanceof Edit.MatchFaces)
                .map(entry -> new Certificate.Matching(entry.by(), entry.at().toString()))
                .toList();
        return new Certificate.Review(plan.review().size(), List.copyOf(reviewers), approver, matchings);
    }

    /** One line for each track and each entry that keeps it. */
    private static List<Certificate.Kept> kept(MaskPlan plan, Visibility visibility) {
        List<Certificate.Kept> all = new ArrayList<>();
        for (ReviewedTrack reviewed : visibility.tracks()) {
            Map<Integer, List<FrameSpan>> byEntry = new LinkedHashMap<>();
            for (KeptSpan span : reviewed.kept()) {
                byEntry.computeIfAbsent(span.entry(), entry -> new ArrayList<>())
                        .add(new FrameSpan(span.firstFrame(), span.lastFrame()));
            }
            byEntry.forEach((number, spans) -> {
                ReviewEntry entry = plan.review().get(number - 1);
                all.add(new Certificate.Kept(
                        reviewed.track().id(), reviewed.track().kind(), spans, entry.reason(), entry.by()));
            });
        }
        return all;
    }

    private static String statement(Proof proof, ProofSettings settings, Certificate.Review review, int kept) {
        String looked = review.reviewers().isEmpty()
                ? "reviewed by nobody"
                : "reviewed by " + String.join(", ", review.reviewers());
        String approved = review.approver().isEmpty() ? "" : ", approved by " + review.approver();
        String matched = review.faceMatching().isEmpty() ? "" : ", faces were compared with each other for the review";
        String visible = (kept == 0 ? "" : ", " + kept + " kept visible") + matched;
        if (settings.depth() == ProofSettings.Depth.HASH) {
            return "masked as planned, not measured" + visible + ", " + looked + approved;
        }
        int tracks = proof.figures().tracks().size();
        return masked(proof) + ", " + tracks + (tracks == 1 ? " track" : " tracks") + visible + ", " + looked
                + approved;
    }

    private static String masked(Proof proof) {
        double density = proof.figures().pixelsPerMeter();
        if (proof.figures().tracks().isEmpty()) {
            return "nothing masked";
        }
        if (density == 0 && !proof.figures().isExposed()) {
            return "masked, of what has no known size";
        }
        String leaks = proof.figures().isExposed() ? "masked with leaks, elsewhere" : "masked";
        return "%s to at most %s px/m (IEC 62676-4: %s)"
                .formatted(
                        leaks,
                        number(density),
                        ViewLevel.of(density) == ViewLevel.NONE
                                ? "below MONITOR"
                                : ViewLevel.of(density).name());
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
