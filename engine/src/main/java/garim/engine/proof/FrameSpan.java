package garim.engine.proof;

/**
 * A frame span is a run of frames.
 *
 * @param firstFrame first frame
 * @param lastFrame last frame, inclusive
 */
public record FrameSpan(int firstFrame, int lastFrame) {
    public FrameSpan {
        if (firstFrame < 0 || lastFrame < firstFrame) {
            throw new IllegalArgumentException("bad span " + firstFrame + "-" + lastFrame);
        }
    }

    /** True when the frame lies in the run. */
    public boolean contains(int frame) {
        return frame >= firstFrame && frame <= lastFrame;
    }
}
