package garim.engine.media;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.bytedeco.ffmpeg.avformat.AVIOInterruptCB;
import org.bytedeco.javacpp.Pointer;

/**
 * Patience ends waiting for a camera that is silent; libav asks again and again whether it is over.
 *
 * <p>All share one native function, which tells them apart by a number: the binding can make only ten functions of a kind, and
 * there may be any number of cameras.
 */
final class Patience implements AutoCloseable {
    private static final Asked ASKED = new Asked();

    private final long nanos;
    private final Mark mark;
    private volatile long since = System.nanoTime();
    private volatile boolean isOver;

    /**
     * Patience with one camera.
     *
     * @param nanos how long it may be silent
     */
    Patience(long nanos) {
        this.nanos = nanos;
        mark = ASKED.add(this);
    }

    /** What libav asks; freed by the caller, not after this. */
    AVIOInterruptCB callback() {
        AVIOInterruptCB made = new AVIOInterruptCB();
        made.callback(ASKED);
        made.opaque(mark);
        return made;
    }

    /** Something is waited for from now on. */
    void begin() {
        since = System.nanoTime();
    }

    /** Nothing is waited for any more. May be called from any thread. */
    void end() {
        isOver = true;
    }

    private boolean isOver() {
        return isOver || System.nanoTime() - since > nanos;
    }

    @Override
    public void close() {
        ASKED.remove(mark);
    }

    /** A number that native code keeps as if it were an address; nobody reads what is there. */
    private static final class Mark extends Pointer {
        private final long number;

        Mark(long number) {
            super((Pointer) null);
            this.number = number;
            address = number;
        }
    }

    /** The one function. */
    private static final class Asked extends AVIOInterruptCB.Callback_Pointer {
        private final Map<Long, Patience> waiting = new ConcurrentHashMap<>();
        private final AtomicLong last = new AtomicLong();

        Mark add(Patience patience) {
            Mark mark = new Mark(last.incrementAndGet());
            waiting.put(mark.number, patience);
            return mark;
        }

        void remove(Mark mark) {
            waiting.remove(mark.number);
        }

        /** Whoever is not known has no patience. */
        @Override
        public int call(Pointer opaque) {
            Patience asked = opaque == null ? null : waiting.get(opaque.address());
            return asked == null || asked.isOver() ? 1 : 0;
        }
    }
}
