package garim.engine.pipeline;

import garim.engine.frame.EngineException;
import garim.engine.frame.ErrorCode;
import garim.engine.frame.Frame;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Works on frames on other threads and hands the results back in frame order, on the thread that submits them. The work on a
 * frame may have several parts, which run side by side. At most a fixed number of frames is under way, so memory does not grow
 * with the length of a file.
 *
 * @param <T> result of one part of the work on a frame
 */
final class OrderedWork<T> implements AutoCloseable {
    /** Takes the result for a frame, which nobody else holds any more. */
    interface Receiver<T> {
        void done(Frame frame, Outcome<T> outcome);
    }

    /** The results or the failure that took their place. */
    sealed interface Outcome<T> {
        /** All parts ended well; their results in the order of the parts. */
        record Result<T>(List<T> values) implements Outcome<T> {}

        /** A part threw. */
        record Failure<T>(Throwable cause) implements Outcome<T> {}
    }

    private record Pending<T>(Frame frame, List<Future<T>> parts) {}

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
        submit(frame, List.of(task));
    }

    /** As the other one, for work in parts. */
    void submit(Frame frame, List<Callable<T>> parts) {
        while (underWay.size() >= mostUnderWay) {
            receiveOldest();
        }
        underWay.add(new Pending<>(frame, parts.stream().map(threads::submit).toList()));
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
        underWay.forEach(pending -> pending.parts().forEach(part -> part.cancel(false)));
        threads.close();
    }

    private void receiveOldest() {
        Pending<T> oldest = underWay.remove();
        receiver.done(oldest.frame(), await(oldest.parts()));
    }

    /** Waits for every part, whatever became of the others: nobody works on a frame any more that is handed back. */
    private static <T> Outcome<T> await(List<Future<T>> parts) {
        List<T> values = new ArrayList<>();
        Optional<Outcome<T>> failure = Optional.empty();
        for (Future<T> part : parts) {
            switch (await(part)) {
                case Outcome.Result<T>(List<T> value) -> values.addAll(value);
                case Outcome.Failure<T> failed -> failure = failure.or(() -> Optional.of(failed));
            }
        }
        return failure.orElseGet(() -> new Outcome.Result<>(values));
    }

    private static <T> Outcome<T> await(Future<T> part) {
        try {
            return new Outcome.Result<>(List.of(part.get()));
        } catch (ExecutionException e) {
            return new Outcome.Failure<>(e.getCause() == null ? e : e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EngineException(ErrorCode.CANCELLED, "job", "interrupted", e);
        }
    }
}
