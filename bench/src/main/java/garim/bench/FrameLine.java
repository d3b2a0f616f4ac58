package garim.bench;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/**
 * A frame line works on frames on other threads and takes the results in order on its own, with a bounded number under
 * way, as the engine's pipeline does.
 *
 * @param <T> result for one frame
 */
final class FrameLine<T> implements AutoCloseable {
    private final ExecutorService threads;
    private final int mostUnderWay;
    private final Consumer<T> receiver;
    private final Deque<Future<T>> underWay = new ArrayDeque<>();

    /** Starts the threads. */
    FrameLine(int threadCount, int mostUnderWay, Consumer<T> receiver) {
        threads = Executors.newFixedThreadPool(threadCount);
        this.mostUnderWay = mostUnderWay;
        this.receiver = receiver;
    }

    /** Starts work on a frame; waits while too many are under way. */
    void submit(Callable<T> task) {
        while (underWay.size() >= mostUnderWay) {
            receiveOldest();
        }
        underWay.add(threads.submit(task));
    }

    /** Waits for everything that is under way. */
    void drain() {
        while (!underWay.isEmpty()) {
            receiveOldest();
        }
    }

    @Override
    public void close() {
        threads.close();
    }

    private void receiveOldest() {
        try {
            receiver.accept(underWay.remove().get());
        } catch (ExecutionException e) {
            throw new BenchException("A frame could not be worked on: " + e.getCause(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchException("interrupted", e);
        }
    }
}
