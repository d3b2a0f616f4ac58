package garim.live.station;

import garim.engine.pipeline.LookThreads;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** The threads on which the detectors of all cameras look. */
final class LookPool implements LookThreads, AutoCloseable {
    private static final long END_SECONDS = 5;

    private final ThreadPoolExecutor threads;

    /** So many threads, at least 1. */
    LookPool(int count) {
        AtomicInteger number = new AtomicInteger();
        threads = new ThreadPoolExecutor(count, count, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), task -> {
            Thread thread = new Thread(task, "garim-look-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
    }

    /** Nothing waits, and when the look has begun a thread is still idle. */
    @Override
    public boolean hasSpare() {
        return threads.getQueue().isEmpty() && threads.getActiveCount() + 2 <= threads.getMaximumPoolSize();
    }

    @Override
    public void execute(Runnable look) {
        threads.execute(look);
    }

    /** Waits for what is being looked at, so that detectors can be closed. */
    @Override
    public void close() {
        threads.shutdown();
        try {
            if (!threads.awaitTermination(END_SECONDS, TimeUnit.SECONDS)) {
                threads.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
