package garim.live.station;

import garim.engine.pipeline.LookThreads;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * The threads on which the detectors of all cameras look: some for looks that must be answered in time, and one for those that
 * nobody waits for.
 */
final class LookPool implements LookThreads, AutoCloseable {
    private static final long END_SECONDS = 5;

    /** After a look in spare time the next one waits so many times as long as it took. */
    private static final int REST = 3;

    private final ThreadPoolExecutor threads;
    private final ThreadPoolExecutor spare;
    private final LongSupplier nanos;
    private final AtomicLong restUntil = new AtomicLong(Long.MIN_VALUE);

    /**
     * Threads without work.
     *
     * @param count threads for looks that must be answered in time, at least 1; with a single one there is no time to spare
     * @param nanos a clock that rises
     */
    LookPool(int count, LongSupplier nanos) {
        this.nanos = nanos;
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
                && spare.getActiveCount() == 0
                && nanos.getAsLong() >= restUntil.get();
    }

    @Override
    public Executor spare() {
        return look -> spare.execute(() -> lookAndRest(look));
    }

    private void lookAndRest(Runnable look) {
        long begun = nanos.getAsLong();
        look.run();
        long ended = nanos.getAsLong();
        restUntil.set(ended + REST * (ended - begun));
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
