package garim.engine.proof;

import garim.engine.frame.TargetKind;
import java.util.List;

/**
 * What was measured of a track whose target nobody may be able to read. Every frame in which the target lies in the
 * picture is one of covered, weak, exposed or without detail.
 *
 * @param track its number
 * @param kind what it is
 * @param firstFrame first frame of its life
 * @param lastFrame last frame of its life
 * @param framesPresent frames in which it lies in the picture and is to be covered
 * @param framesCovered of those, frames in which its fine detail is gone
 * @param framesWeak frames in which some is left, no more than chance leaves
 * @param framesExposed frames in which it is there
 * @param framesWithoutDetail frames in which the input itself shows nothing that could be read
 * @param longestExposedRun frames, one after the other
 * @param longestExposedSeconds how long that is
 * @param exposed the first runs of exposed frames, at most {@link #MOST_RUNS}
 * @param weakestCoverage smallest share of its area that was covered in any frame, 0-1
 * @param weakestFrame that frame
 * @param correlation mean correlation of the fine detail of input and output, -1 to 1
 * @param highestCorrelation in any frame
 * @param cells median of the cells over its short side; 0 where it was never large enough to be measured
 * @param pixelsPerMeter cells per metre of the assumed size; 0 where nothing is assumed or measured
 * @param level what such a picture serves for
 * @param spots places to look at again
 */
public record TrackFigures(
        int track,
        TargetKind kind,
        int firstFrame,
        int lastFrame,
        int framesPresent,
        int framesCovered,
        int framesWeak,
        int framesExposed,
        int framesWithoutDetail,
        int longestExposedRun,
        double longestExposedSeconds,
        List<FrameSpan> exposed,
        double weakestCoverage,
        int weakestFrame,
        double correlation,
        double highestCorrelation,
        double cells,
        double pixelsPerMeter,
        ViewLevel level,
        List<Spot> spots) {
    /** The most runs of exposed frames that are told one by one. */
    public static final int MOST_RUNS = 10;

    /** A mask is missing when it leaks in one of so many frames. */
    private static final int MISSING_SHARE = 5;

    /** A mask is missing when it leaks in so many frames one after the other. */
    private static final int MISSING_RUN = 5;

    public TrackFigures {
        exposed = List.copyOf(exposed);
        spots = List.copyOf(spots);
    }

    /**
     * True when no single leak but a mask that is not there: the target can be read in a good part of its frames, or in
     * several one after the other.
     */
    public boolean isMaskMissing() {
        return (framesExposed > 0 && framesExposed * MISSING_SHARE >= framesPresent)
                || longestExposedRun >= MISSING_RUN;
    }

    /** The same figures with other places to look at again. */
    public TrackFigures withSpots(List<Spot> others) {
        return new TrackFigures(
                track,
                kind,
                firstFrame,
                lastFrame,
                framesPresent,
                framesCovered,
                framesWeak,
                framesExposed,
                framesWithoutDetail,
                longestExposedRun,
                longestExposedSeconds,
                exposed,
                weakestCoverage,
                weakestFrame,
                correlation,
                highestCorrelation,
                cells,
                pixelsPerMeter,
                level,
                others);
    }

    /** True when its target can be read somewhere. */
    public boolean isExposed() {
        return framesExposed > 0;
    }
}
