package garim.live.view;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * What one viewer has not been sent yet. One that cannot keep up loses pictures, from a key picture to the next; it never keeps
 * the camera waiting. Filled by the camera, emptied by the thread of the viewer.
 */
final class Viewer {
    /** Two seconds at 30 frames a second. */
    private static final int MOST_WAITING = 60;

    /** A message to the page. */
    sealed interface Message {
        /** A new stream begins; a line of JSON. */
        record Begin(String json) implements Message {}

        /** The head of the stream, or a fragment of it. */
        @SuppressWarnings("ArrayRecordComponent") // handed on, never compared
        record Bytes(byte[] data, boolean isPicture) implements Message {}
    }

    private final Deque<Message> waiting = new ArrayDeque<>();
    private boolean isInStep;
    private boolean isClosed;
    private long dropped;

    /** A stream begins; what waits of the one before is of no use any more. */
    synchronized void begin(List<Message> start) {
        waiting.clear();
        waiting.addAll(start);
        isInStep = false;
        notifyAll();
    }

    /** One picture. */
    synchronized void fragment(byte[] data, boolean isKey) {
        if (waiting.size() >= MOST_WAITING) {
            dropped += waiting.size();
            // A head that was not sent yet must not be lost with them.
            waiting.removeIf(message -> message instanceof Message.Bytes bytes && bytes.isPicture());
            isInStep = false;
        }
        if (isInStep || isKey) {
            isInStep = true;
            waiting.add(new Message.Bytes(data, true));
            notifyAll();
        }
    }

    /** Ends the viewer. */
    synchronized void close() {
        isClosed = true;
        notifyAll();
    }

    /** Waits for the next message; empty when the viewer has ended. */
    synchronized Optional<Message> take() throws InterruptedException {
        while (waiting.isEmpty() && !isClosed) {
            wait();
        }
        return isClosed ? Optional.empty() : Optional.of(waiting.removeFirst());
    }

    /** Pictures that it lost so far. */
    synchronized long dropped() {
        return dropped;
    }
}
