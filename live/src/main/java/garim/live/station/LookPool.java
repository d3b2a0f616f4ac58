package garim.live.station;

import garim.engine.pipeline.LookThreads;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The threads on which the detectors of all cameras look: some for looks that must be answered in time, and one for those that
 * nobody waits for.
 */
final class LookPool implements LookThreads, AutoCloseable {
    private static final long END_SECONDS = 5;

    private final ThreadPoolExecutor threads;
    private final ThreadPoolExecutor spare;

    /**
     * Threads without work.
     *
     * @param count threads for looks that must be answered in time, at least 1; with a single one there is no time to spare
     */
    LookPool(int count) {
        threads = pool(count, "garim-look-");
        spare = pool(1, "garim-spare-look-");
    }

    private static ThreadPoolExecutor pool(int count, String name) {
        AtomicInteger number = new AtomicInteger();
        return new ThreadPoolExecutor(count, count, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), task -> {
            Thread thread = new Thread(task, name + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
    }

    @Override
    public boolean hasSpare() {
        return threads.getMaximumPoolSize() > 1
                && threads.getQueue().isEmpty()
                && spare.getQueue().isEmpty()
                && spare.getActiveCount() == 0;
    }

    @Override
    public Executor spare() {
        return spare;
    }

    @Override
    public void execute(Runnable look) {
        threads.execute(look);
    }

    /** Waits for what is being looked at, so that detectors can be closed. */
    @Override
    public void close() {
        end(threads);
        end(spare);
    }

    private static void end(ThreadPoolExecutor pool) {
        pool.shutdown();
        try {
            if (!pool.awaitTermination(END_SECONDS, TimeUnit.SECONDS)) {
                pool.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
