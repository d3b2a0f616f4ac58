package garim.live.rtsp;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * An outbox holds what is to be sent to one viewer. Who puts something in does not wait; when more waits than the box
 * holds, the viewer is too slow and the box is full for ever.
 */
final class Outbox {
    /** Where the bytes go; may take its time. */
    interface Way {
        void send(ByteBuffer bytes) throws IOException;
    }

    private final LinkedBlockingQueue<ByteBuffer> waiting = new LinkedBlockingQueue<>();
    private final AtomicInteger bytes = new AtomicInteger();
    private final int most;
    private final Way way;

    Outbox(int most, Way way) {
        this.most = most;
        this.way = way;
    }

    /** Puts something in; false when the box is full. */
    boolean put(ByteBuffer message) {
        if (bytes.addAndGet(message.remaining()) > most) {
            return false;
        }
        return waiting.add(message);
    }

    /** Nothing follows: {@link #run} ends when everything is sent. */
    void finish() {
        waiting.add(ByteBuffer.allocate(0));
    }

    /** Sends what is put in, until the end, or until the thread is interrupted or the way is closed. */
    void run() throws IOException {
        try {
            ByteBuffer next = waiting.take();
            while (next.hasRemaining()) {
                int size = next.remaining();
                way.send(next);
                bytes.addAndGet(-size);
                next = waiting.take();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
