package garim.engine.pipeline;

import java.util.concurrent.Executor;

/**
 * Threads on which detectors look at the pictures of cameras. Refusing a look is a failure of its detector.
 */
public interface LookThreads extends Executor {
    /** Threads for looks that nobody waits for. */
    Executor spare();

    /** True when nothing waits for a thread, and such a look could begin at once. */
    boolean hasSpare();

    /** Threads that never have time to spare. */
    static LookThreads busy(Executor threads) {
        return new LookThreads() {
            @Override
            public boolean hasSpare() {
                return false;
            }

            @Override
            public Executor spare() {
                return threads;
            }

            @Override
            public void execute(Runnable look) {
                threads.execute(look);
            }
        };
    }
}
