package garim.engine.visibility;

import garim.engine.frame.EngineException;
import garim.engine.frame.ErrorCode;
import garim.engine.frame.MaskPlan;
import java.util.List;

/** What a plan and its review come to: the tracks as they stand, and for each moment whether they are visible. */
public final class Visibility {
    private final List<ReviewedTrack> tracks;

    private Visibility(List<ReviewedTrack> tracks) {
        this.tracks = tracks;
    }

    /**
     * The visibility that a plan says.
     *
     * @throws EngineException PLAN_INVALID when its review contradicts itself or its tracks
     */
    public static Visibility of(MaskPlan plan) {
        try {
            return new Visibility(Review.replay(plan));
        } catch (EngineException e) {
            throw new EngineException(
                    ErrorCode.PLAN_INVALID, plan.input().name(), "review: " + e.subject() + ": " + e.detail(), e);
        }
    }

    /** The tracks as they stand after all edits, by number. */
    public List<ReviewedTrack> tracks() {
        return tracks;
    }

    /** True when somebody is visible somewhere who would be masked without the review. */
    public boolean keepsSomebody() {
        return tracks.stream().anyMatch(ReviewedTrack::isKept);
    }
}
