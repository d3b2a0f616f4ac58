package garim.engine.media;

import garim.engine.frame.Frame;
import java.util.ArrayDeque;
import java.util.Deque;

/** A frame pool lends frame memory of one size; memory that does not come back is left to the garbage collector. */
final class FramePool {
    private final int width;
    private final int height;
    private final Deque<Frame> free = new ArrayDeque<>();

    FramePool(int width, int height) {
        this.width = width;
        this.height = height;
    }

    /** A frame whose samples are undefined. */
    synchronized Frame lend() {
        return free.isEmpty() ? Frame.allocate(width, height, 0, 0) : free.pop();
    }

    /**
     * Takes memory back.
     *
     * @throws IllegalArgumentException when the frame is of another size or was given back before
     */
    synchronized void giveBack(Frame frame) {
        if (holds(frame) || frame.width() != width || frame.height() != height) {
            throw new IllegalArgumentException(
                    "frame " + frame.index() + " was recycled twice or is not of this reader");
        }
        free.push(frame);
    }

    // Equality of buffers compares their samples; what counts here is whether the memory is the same.
    @SuppressWarnings("ReferenceEquality")
    private boolean holds(Frame frame) {
        return free.stream().anyMatch(f -> f.luma().bytes() == frame.luma().bytes());
    }
}
