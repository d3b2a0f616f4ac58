package garim.engine.detect;

import garim.engine.frame.Box;
import java.util.List;

/** A head judge says how likely the middle of a box is a head, seen from any side. */
public interface HeadJudge extends AutoCloseable {
    /**
     * The probabilities 0-1 that the boxes of a picture hold heads, in the order of the boxes.
     *
     * @throws garim.engine.frame.EngineException DETECTOR_FAILED when the judge cannot look
     */
    double[] headProbabilities(Picture picture, List<Box> boxes);

    /** Frees native memory; the judge is not asked afterwards. May be called several times. */
    @Override
    void close();
}
