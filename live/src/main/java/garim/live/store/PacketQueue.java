package garim.live.store;

import garim.engine.media.CodedPacket;
import garim.engine.media.CodedStream;
import java.time.Instant;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * A packet queue stands between a camera and a disk: who puts in never waits. When more waits than it holds, pictures are
 * dropped up to the next key picture that finds room.
 */
public final class PacketQueue implements AutoCloseable {
    /** What is done with the packets, on a thread of its own; the order is that of a {@link garim.live.PacketSink}. */
    public interface Worker {
        /** A stream begins. */
        void begin(CodedStream stream);

        /** One picture. */
        void packet(CodedPacket packet, Instant taken);

        /** The stream ended. */
        void end();

        /** So many pictures were lost because this worker is too slow. */
        void lost(long pictures);
    }

    private record Step(int bytes, Runnable work, boolean last) {}

    private final LinkedBlockingQueue<Step> steps = new LinkedBlockingQueue<>();
    private final int most;
    private final Worker worker;
    private final Thread thread;
    private int waiting;
    private long lost;
    private long lostAll;

    /**
     * Starts a thread.
     *
     * @param most bytes that may wait
     */
    public PacketQueue(String name, int most, Worker worker) {
        this.most = most;
        this.worker = worker;
        thread = Thread.ofPlatform().name(name).daemon(true).start(this::run);
    }

    /** A stream begins. */
    public void begin(CodedStream stream) {
        put(0, () -> worker.begin(stream));
    }

    /** One picture. */
    public synchronized void packet(CodedPacket packet, Instant taken) {
        int bytes = packet.data().remaining();
        boolean fits = waiting + bytes <= most && (lost == 0 || packet.key());
        if (!fits) {
            lost++;
            lostAll++;
            return;
        }
        if (lost > 0) {
            long pictures = lost;
            lost = 0;
            put(0, () -> worker.lost(pictures));
        }
        put(bytes, () -> worker.packet(packet, taken));
    }

    /** The stream ended. */
    public void end() {
        put(0, worker::end);
    }

    /** Work that is done in its turn. */
    public void then(Runnable work) {
        put(0, work);
    }

    private synchronized void put(int bytes, Runnable work) {
        waiting += bytes;
        steps.add(new Step(bytes, work, false));
    }

    private void run() {
        try {
            Step step = steps.take();
            while (!step.last()) {
                step.work().run();
                done(step.bytes());
                step = steps.take();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void done(int bytes) {
        waiting -= bytes;
    }

    /** Pictures lost since the start. */
    public synchronized long lost() {
        return lostAll;
    }

    /** Does what is still waiting, and ends. */
    @Override
    public void close() {
        steps.add(new Step(0, () -> {}, true));
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
