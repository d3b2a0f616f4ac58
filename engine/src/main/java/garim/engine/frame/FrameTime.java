package garim.engine.frame;

/**
 * A frame time fixes when one frame is shown; between two of them frames stand at even distances.
 *
 * @param frame 0-based frame index
 * @param pts time in ticks
 */
public record FrameTime(int frame, long pts) {
    public FrameTime {
        if (frame < 0) {
            throw new IllegalArgumentException("bad frame " + frame);
        }
    }
}
