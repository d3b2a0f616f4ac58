package garim.engine.pipeline;

import java.util.concurrent.Executor;

/**
 * Threads on which detectors look at the pictures of cameras. Refusing a look is a failure of its detector.
 */
public interface LookThreads extends Executor {
    /** True when a look that nobody waits for would keep none from beginning that somebody waits for. */
    boolean hasSpare();

    /** Threads that never have time to spare. */
    static LookThreads busy(Executor threads) {
        return new LookThreads() {
            @Override
            public boolean hasSpare() {
                return false;
            }

            @Override
            public void execute(Runnable look) {
                threads.execute(look);
            }
        };
    }
}
