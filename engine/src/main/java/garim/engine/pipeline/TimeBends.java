package garim.engine.pipeline;

import garim.engine.frame.FrameTime;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds the few frames whose times tell those of all frames of a clip: between two of them frames stand at even
 * distances, or nearly so. It is the swing filter of Elmeleegy et al., Online Piece-wise Linear Approximation of
 * Numerical Streams with Precision Guarantees, VLDB 2009, through the times themselves.
 */
final class TimeBends {
    private TimeBends() {}

    /**
     * The bends between the first frame and the last; none when the clip runs evenly.
     *
     * @param ticks time of each frame, rising
     * @param tolerance how far a frame may be off, in ticks
     */
    static List<FrameTime> of(long[] ticks, double tolerance) {
        List<FrameTime> bends = new ArrayList<>();
        int from = 0;
        double least = Double.NEGATIVE_INFINITY;
        double most = Double.POSITIVE_INFINITY;
        for (int frame = 1; frame < ticks.length; frame++) {
            double slope = slope(ticks, from, frame, 0);
            if (slope < least || slope > most) {
                from = frame - 1;
                bends.add(new FrameTime(from, ticks[from]));
                least = Double.NEGATIVE_INFINITY;
                most = Double.POSITIVE_INFINITY;
            }
            least = Math.max(least, slope(ticks, from, frame, -tolerance));
            most = Math.min(most, slope(ticks, from, frame, tolerance));
        }
        return bends;
    }

    private static double slope(long[] ticks, int from, int to, double off) {
        return (ticks[to] - ticks[from] + off) / (to - from);
    }
}
