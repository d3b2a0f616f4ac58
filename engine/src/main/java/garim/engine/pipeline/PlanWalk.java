package garim.engine.pipeline;

import garim.engine.frame.MaskPlan;
import garim.engine.frame.MaskRule;
import garim.engine.frame.Track;
import garim.engine.frame.WholeRange;
import garim.engine.frame.WholeReason;
import garim.engine.mask.MaskRegion;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Walks along a plan frame by frame and says what to cover. Frames are asked for in rising order. */
public final class PlanWalk {
    private final MaskPlan plan;
    private final List<Track> byStart;
    private final List<Track> present = new ArrayList<>();
    private int nextToStart;

    /** Starts before the first frame. */
    public PlanWalk(MaskPlan plan) {
        this.plan = plan;
        byStart = plan.tracks().stream()
                .sorted(Comparator.comparingInt(Track::firstFrame).thenComparingInt(Track::id))
                .toList();
    }

    /** What to cover in a frame; a frame that the plan does not know is covered whole. */
    public FrameVerdict at(int frame) {
        Optional<WholeReason> whole = wholeReason(frame);
        if (whole.isPresent()) {
            return new FrameVerdict.Whole(whole.get());
        }
        present.removeIf(track -> track.lastFrame() < frame);
        while (nextToStart < byStart.size() && byStart.get(nextToStart).firstFrame() <= frame) {
            present.add(byStart.get(nextToStart++));
        }
        List<MaskRegion> regions = new ArrayList<>();
        for (Track track : present) {
            MaskRule rule = ruleOf(track);
            track.polygonAt(frame)
                    .map(polygon -> new MaskRegion(track.id(), track.kind(), polygon, rule))
                    .or(() -> track.boxAt(frame).map(box -> new MaskRegion(track.id(), track.kind(), box, rule)))
                    .ifPresent(regions::add);
        }
        return new FrameVerdict.Regions(regions);
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
