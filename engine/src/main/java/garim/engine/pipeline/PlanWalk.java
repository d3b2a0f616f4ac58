package garim.engine.pipeline;

import garim.engine.frame.EngineException;
import garim.engine.frame.MaskPlan;
import garim.engine.frame.MaskRule;
import garim.engine.frame.Track;
import garim.engine.frame.WholeRange;
import garim.engine.frame.WholeReason;
import garim.engine.mask.MaskRegion;
import garim.engine.visibility.ReviewedTrack;
import garim.engine.visibility.Visibility;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Walks along a plan frame by frame and says what to cover. Frames are asked for in rising order. */
public final class PlanWalk {
    private final MaskPlan plan;
    private final List<ReviewedTrack> byStart;
    private final List<ReviewedTrack> present = new ArrayList<>();
    private int nextToStart;

    /**
     * Starts before the first frame.
     *
     * @throws EngineException PLAN_INVALID when the review of the plan contradicts itself or the tracks
     */
    public PlanWalk(MaskPlan plan) {
        this.plan = plan;
        byStart = Visibility.of(plan).tracks().stream()
                .sorted(Comparator.<ReviewedTrack>comparingInt(
                                reviewed -> reviewed.track().firstFrame())
                        .thenComparingInt(reviewed -> reviewed.track().id()))
                .toList();
    }

    /** What to cover in a frame; a frame that the plan does not know is covered whole. */
    public FrameVerdict at(int frame) {
        Optional<WholeReason> whole = wholeReason(frame);
        if (whole.isPresent()) {
            return new FrameVerdict.Whole(whole.get());
        }
        present.removeIf(reviewed -> reviewed.track().lastFrame() < frame);
        while (nextToStart < byStart.size() && byStart.get(nextToStart).track().firstFrame() <= frame) {
            present.add(byStart.get(nextToStart++));
        }
        List<MaskRegion> regions = new ArrayList<>();
        for (ReviewedTrack reviewed : present) {
            if (!reviewed.isVisible(frame)) {
                region(reviewed.track(), frame).ifPresent(regions::add);
            }
        }
        return new FrameVerdict.Regions(regions);
    }

    private Optional<MaskRegion> region(Track track, int frame) {
        MaskRule rule = ruleOf(track);
        return track.polygonAt(frame)
                .map(polygon -> new MaskRegion(track.id(), track.kind(), polygon, rule))
                .or(() -> track.boxAt(frame).map(box -> new MaskRegion(track.id(), track.kind(), box, rule)));
    }

    private MaskRule ruleOf(Track track) {
        MaskRule rule = plan.rules().get(track.kind());
        if (rule == null) {
            throw new IllegalStateException("a plan without a rule for " + track.kind());
        }
        return rule;
    }

    private Optional<WholeReason> wholeReason(int frame) {
        if (frame >= plan.input().frames()) {
            return Optional.of(WholeReason.NOT_ANALYZED);
        }
        return plan.wholeFrames().stream()
                .filter(range -> range.contains(frame))
                .map(WholeRange::reason)
                .findFirst();
    }
}
