package garim.cli.evaluate;

/**
 * A leak score tells how often and for how long targets stood open, at one threshold of the covered share.
 *
 * <p>A target leaks in a frame when less of it is covered than the threshold asks. Boxes to be ignored are left out, and
 * so are tracks that have no other box. A target without a track name counts in the frames only.
 *
 * @param targetFrames scored boxes
 * @param leakingFrames those that leak
 * @param tracks tracks with at least one scored box
 * @param leakingTracks those that leak in at least one frame
 * @param entryLeaks tracks that leak in their first scored box
 * @param longestRun longest run of leaking boxes of one track, in annotated frames
 * @param longestRunFrames longest such run in frames of the clip, at its longest possible; see {@link ExposedRun}
 */
public record LeakScore(
        int targetFrames,
        int leakingFrames,
        int tracks,
        int leakingTracks,
        int entryLeaks,
        int longestRun,
        int longestRunFrames) {
    /** Nothing to leak. */
    public static final LeakScore NONE = new LeakScore(0, 0, 0, 0, 0, 0, 0);

    /** Both together. */
    public LeakScore plus(LeakScore other) {
        return new LeakScore(
                targetFrames + other.targetFrames,
                leakingFrames + other.leakingFrames,
                tracks + other.tracks,
                leakingTracks + other.leakingTracks,
                entryLeaks + other.entryLeaks,
                Math.max(longestRun, other.longestRun),
                Math.max(longestRunFrames, other.longestRunFrames));
    }

    /** LFR: leaking target-frames of all target-frames. */
    public Ratio leakFrameRate() {
        return new Ratio(leakingFrames, targetFrames);
    }

    /** LTR: tracks with a leak of all tracks. */
    public Ratio leakTrackRate() {
        return new Ratio(leakingTracks, tracks);
    }
}
