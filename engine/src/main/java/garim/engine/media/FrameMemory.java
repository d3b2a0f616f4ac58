package garim.engine.media;

import garim.engine.frame.Frame;
import java.util.Optional;

/**
 * The memory of the frames of one camera, which outlives its connections: one that comes and goes must not take new memory each
 * time. Frames of the latest size are kept; others are left to the garbage collector. Used by any thread.
 */
public final class FrameMemory {
    private Optional<FramePool> pool = Optional.empty();
    private int width;
    private int height;

    synchronized FramePool ofSize(int wide, int high) {
        if (pool.isEmpty() || wide != width || high != height) {
            width = wide;
            height = high;
            pool = Optional.of(new FramePool(wide, high));
        }
        return pool.get();
    }

    /** Takes the memory of a frame back. */
    synchronized void giveBack(Frame frame) {
        pool.filter(now -> frame.width() == width && frame.height() == height).ifPresent(now -> now.giveBack(frame));
    }
}
