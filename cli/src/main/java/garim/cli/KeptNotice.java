package garim.cli;

import garim.engine.frame.EngineException;
import garim.engine.frame.ErrorCode;
import garim.engine.frame.MaskPlan;
import garim.engine.frame.ReviewEntry;
import garim.engine.visibility.Review;
import garim.engine.visibility.ReviewedTrack;
import garim.engine.visibility.Visibility;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What whoever renders a plan must know: who stays visible, and whether a second person approved that.
 *
 * @param kept numbers of the tracks that stay visible, at least one
 * @param approver who approved; empty when nobody did
 */
record KeptNotice(List<Integer> kept, Optional<String> approver) {
    KeptNotice {
        kept = List.copyOf(kept);
    }

    /**
     * The notice of a plan; empty when nobody stays visible.
     *
     * @throws EngineException REVIEW_NOT_APPROVED when somebody does without an approval that is required
     */
    static Optional<KeptNotice> of(Path planFile, MaskPlan plan, boolean requireApproval) {
        List<Integer> kept = Visibility.of(plan).tracks().stream()
                .filter(ReviewedTrack::isKept)
                .map(reviewed -> reviewed.track().id())
                .toList();
        Optional<String> approver = new Review(plan).approval().map(ReviewEntry::by);
        if (requireApproval && !kept.isEmpty() && approver.isEmpty()) {
            throw new EngineException(ErrorCode.REVIEW_NOT_APPROVED, planFile.toString(), "it keeps " + listed(kept));
        }
        return kept.isEmpty() ? Optional.empty() : Optional.of(new KeptNotice(kept, approver));
    }

    String sentence(Messages messages) {
        return approver.map(name -> messages.text("warn.kept.approved", listed(kept), name))
                .orElseGet(() -> messages.text("warn.kept", listed(kept)));
    }

    private static String listed(List<Integer> tracks) {
        return tracks.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }
}
