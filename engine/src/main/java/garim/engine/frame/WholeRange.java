package garim.engine.frame;

import java.util.Objects;

/**
 * A run of frames that is masked whole because what is in them is not known.
 *
 * @param firstFrame first frame of the run
 * @param lastFrame last frame of the run, inclusive
 * @param reason why
 */
public record WholeRange(int firstFrame, int lastFrame, WholeReason reason) {
    public WholeRange {
        Objects.requireNonNull(reason);
        if (firstFrame < 0 || lastFrame < firstFrame) {
            throw new IllegalArgumentException("bad range " + firstFrame + "-" + lastFrame);
        }
    }

    /** True when the frame lies in the run. */
    public boolean contains(int frame) {
        return frame >= firstFrame && frame <= lastFrame;
    }
}
