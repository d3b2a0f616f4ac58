package garim.engine.pipeline;

import garim.engine.frame.Frame;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Says which detectors look at which frame: all at the first; then each at every n-th one, not all at the same one, so
 * that what one misses in a bad frame another sees in the next; and, in slow recordings, at every frame that is farther
 * from its last look than tracking holds a target.
 */
final class Cadence {
    private final List<DetectorUse> uses;
    private final int every;
    private final double longestSeconds;
    private final ToDoubleFunction<Frame> seconds;
    private final double[] lastLooks;

    /**
     * A cadence from the first frame on.
     *
     * @param every frames from one look to the next of a detector whose stride is 1
     * @param longestSeconds no frame is farther than this from the look before it, of a detector whose stride is 1
     * @param seconds time of a frame
     */
    Cadence(List<DetectorUse> uses, int every, double longestSeconds, ToDoubleFunction<Frame> seconds) {
        this.uses = uses;
        this.every = every;
        this.longestSeconds = longestSeconds;
        this.seconds = seconds;
        lastLooks = new double[uses.size()];
        Arrays.fill(lastLooks, Double.NEGATIVE_INFINITY);
    }

    /** Frames from one look of a detector to the next, at most. */
    int intervalOf(DetectorUse use) {
        return every * use.stride();
    }

    /**
     * The detectors that look at a frame; frames are asked for in order, each once.
     *
     * @param isNewScene true when nothing is known of what the frame shows, so that everybody looks
     */
    List<DetectorUse> due(Frame frame, boolean isNewScene) {
        List<DetectorUse> due = new ArrayList<>();
        double now = seconds.applyAsDouble(frame);
        for (int i = 0; i < lastLooks.length; i++) {
            boolean isTurn = (frame.index() + offset(i)) % intervalOf(uses.get(i)) == 0;
            if (frame.index() == 0
                    || isNewScene
                    || isTurn
                    || now - lastLooks[i] > longestSeconds * uses.get(i).stride()) {
                lastLooks[i] = now;
                due.add(uses.get(i));
            }
        }
        return due;
    }

    /** Frames by which a detector comes before its turn, so that the turns are spread. */
    private int offset(int detector) {
        return detector * every / uses.size();
    }
}
