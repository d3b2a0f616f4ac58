package garim.engine.visibility;

/**
 * A kept span is a run of frames in which a track is visible.
 *
 * @param firstFrame first frame
 * @param lastFrame last frame, inclusive
 * @param entry number of the entry that keeps it
 */
public record KeptSpan(int firstFrame, int lastFrame, int entry) {
    public KeptSpan {
        if (firstFrame < 0 || lastFrame < firstFrame || entry < 1) {
            throw new IllegalArgumentException("bad span " + firstFrame + "-" + lastFrame + " of entry " + entry);
        }
    }

    /** True when the frame lies in the span. */
    public boolean contains(int frame) {
        return frame >= firstFrame && frame <= lastFrame;
    }
}
