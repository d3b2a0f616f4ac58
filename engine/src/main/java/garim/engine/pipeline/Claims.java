package garim.engine.pipeline;

import garim.engine.frame.MaskPlan;
import garim.engine.frame.MaskRule;
import garim.engine.frame.Track;
import garim.engine.proof.Claim;
import java.util.List;

/** What a plan promises: who cannot be read in which frames of the output. */
final class Claims {
    private Claims() {}

    static List<Claim> of(MaskPlan plan) {
        return plan.tracks().stream().map(track -> claim(plan, track)).toList();
    }

    private static Claim claim(MaskPlan plan, Track track) {
        MaskRule rule = plan.rules().get(track.kind());
        if (rule == null) {
            throw new IllegalStateException("a plan without a rule for " + track.kind());
        }
        return new Claim(track, rule.margin(), List.of());
    }
}
