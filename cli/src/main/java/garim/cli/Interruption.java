package garim.cli;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Turns Ctrl-C into a cancellation: the work is asked to stop and the program ends only when it has cleaned up behind
 * itself, so that no half output stays.
 */
final class Interruption {
    private static final Duration CLEAN_UP_TIME = Duration.ofSeconds(20);

    private final CountDownLatch finished = new CountDownLatch(1);
    private volatile boolean requested;

    /** True once somebody pressed Ctrl-C. */
    boolean isRequested() {
        return requested;
    }

    /** Asks the work to stop. */
    void request() {
        requested = true;
    }

    /** Says that the work has ended, one way or the other. */
    void workEnded() {
        finished.countDown();
    }

    /** Asks the work to stop and waits for it; whoever asks a second time does not want to wait. */
    void onSignal() {
        if (requested) {
            Runtime.getRuntime().halt(ExitCode.CANCELLED);
        }
        onShutdown();
    }

    /** Runs in the shutdown of the program. */
    void onShutdown() {
        request();
        try {
            if (!finished.await(CLEAN_UP_TIME.toSeconds(), TimeUnit.SECONDS)) {
                Runtime.getRuntime().halt(ExitCode.CANCELLED);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
