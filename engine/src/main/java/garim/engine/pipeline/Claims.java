package garim.engine.pipeline;

import garim.engine.frame.MaskPlan;
import garim.engine.frame.MaskRule;
import garim.engine.proof.Claim;
import garim.engine.proof.FrameSpan;
import garim.engine.visibility.ReviewedTrack;
import garim.engine.visibility.Visibility;
import java.util.List;

/** What a plan promises: who cannot be read in which frames of the output. */
final class Claims {
    private Claims() {}

    static List<Claim> of(MaskPlan plan) {
        return Visibility.of(plan).tracks().stream()
                .map(reviewed -> claim(plan, reviewed))
                .toList();
    }

    private static Claim claim(MaskPlan plan, ReviewedTrack reviewed) {
        MaskRule rule = plan.rules().get(reviewed.track().kind());
        if (rule == null) {
            throw new IllegalStateException(
                    "a plan without a rule for " + reviewed.track().kind());
        }
        List<FrameSpan> kept = reviewed.kept().stream()
                .map(span -> new FrameSpan(span.firstFrame(), span.lastFrame()))
                .toList();
        return new Claim(reviewed.track(), rule.margin(), kept);
    }
}
