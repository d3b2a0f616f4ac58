package garim.engine.pipeline;

import garim.engine.frame.EngineException;
import garim.engine.frame.ErrorCode;
import garim.engine.frame.Frame;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Works on frames on other threads and hands the results back in frame order, on the thread that submits them. At most
 * a fixed number of frames is under way, so memory does not grow with the length of a file.
 *
 * @param <T> result for one frame
 */
final class OrderedWork<T> implements AutoCloseable {
    /** Takes the result for a frame, which nobody else holds any more. */
    interface Receiver<T> {
        void done(Frame frame, Outcome<T> outcome);
    }

    /** A result or the failure that took its place. */
    sealed interface Outcome<T> {
        /** The task ended well. */
        record Result<T>(T value) implements Outcome<T> {}

        /** The task threw. */
        record Failure<T>(Throwable cause) implements Outcome<T> {}
    }

    private record Pending<T>(Frame frame, Future<T> future) {}

    private final ExecutorService threads;
    private final int mostUnderWay;
    private final Receiver<T> receiver;
    private final Deque<Pending<T>> underWay = new ArrayDeque<>();

    OrderedWork(String name, int threadCount, int mostUnderWay, Receiver<T> receiver) {
        AtomicInteger number = new AtomicInteger();
        threads = Executors.newFixedThreadPool(threadCount, task -> {
            Thread thread = new Thread(task, "garim-" + name + "-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
        this.mostUnderWay = mostUnderWay;
        this.receiver = receiver;
    }

    /** Starts work on a frame; waits while too many frames are under way. */
    void submit(Frame frame, Callable<T> task) {
        while (underWay.size() >= mostUnderWay) {
            receiveOldest();
        }
        underWay.add(new Pending<>(frame, threads.submit(task)));
    }

    /** Waits for everything that is under way. */
    void drain() {
        while (!underWay.isEmpty()) {
            receiveOldest();
        }
    }

    /** Stops the threads and waits for tasks that still run, so that nobody uses closed resources. */
    @Override
    public void close() {
        underWay.forEach(pending -> pending.future().cancel(false));
        threads.close();
    }

    private void receiveOldest() {
        Pending<T> oldest = underWay.remove();
        receiver.done(oldest.frame(), await(oldest.future()));
    }

    private static <T> Outcome<T> await(Future<T> future) {
        try {
            return new Outcome.Result<>(future.get());
        } catch (ExecutionException e) {
            return new Outcome.Failure<>(e.getCause() == null ? e : e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EngineException(ErrorCode.CANCELLED, "job", "interrupted", e);
        }
    }
}
