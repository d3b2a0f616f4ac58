package garim.engine.pipeline;

import garim.engine.frame.MaskPlan;
import garim.engine.frame.MaskRule;
import garim.engine.frame.WholeRange;
import garim.engine.proof.Claim;
import garim.engine.proof.FrameSpan;
import garim.engine.proof.certificate.Certificate;
import garim.engine.visibility.ReviewedTrack;
import garim.engine.visibility.Visibility;
import java.util.ArrayList;
import java.util.List;

/**
 * What a plan promises: who cannot be read in which frames of the output.
 *
 * @param tracks one claim for each track
 * @param wholeFrames runs of frames that are masked whole
 * @param frames all frames after so many are masked whole too
 */
record Claims(List<Claim> tracks, List<WholeRange> wholeFrames, int frames) {
    Claims {
        tracks = List.copyOf(tracks);
        wholeFrames = List.copyOf(wholeFrames);
    }

    static Claims of(MaskPlan plan) {
        List<Claim> tracks = Visibility.of(plan).tracks().stream()
                .map(reviewed -> claim(plan, reviewed))
                .toList();
        return new Claims(tracks, plan.wholeFrames(), plan.input().frames());
    }

    /** The same, but for what else may be seen, such as tracks whose masks were lifted. */
    Claims showing(List<Certificate.Kept> shown) {
        List<Claim> fewer = tracks.stream().map(claim -> showing(claim, shown)).toList();
        return new Claims(fewer, wholeFrames, frames);
    }

    private static Claim showing(Claim claim, List<Certificate.Kept> shown) {
        List<FrameSpan> kept = new ArrayList<>(claim.kept());
        shown.stream().filter(each -> each.track() == claim.track().id()).forEach(each -> kept.addAll(each.frames()));
        return new Claim(claim.track(), claim.margin(), kept);
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
