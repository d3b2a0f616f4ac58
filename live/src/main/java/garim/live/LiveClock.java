package garim.live;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The time of a live program: one clock that only rises, and one that people set. Tests have one of their own. */
public interface LiveClock {
    /** The clocks of this machine. */
    LiveClock SYSTEM = new LiveClock() {
        @Override
        public boolean pause(CountDownLatch end, Duration most) throws InterruptedException {
            return end.await(most.toMillis(), TimeUnit.MILLISECONDS);
        }

        @Override
        public long nanos() {
            return System.nanoTime();
        }

        @Override
        public Instant now() {
            return Instant.now();
        }
    };

    /** Nanoseconds of a clock that only rises. */
    long nanos();

    /** What the clock on the wall says. */
    Instant now();

    /**
     * Waits.
     *
     * @param end ends the wait early
     * @param most how long to wait at most
     * @return true when the wait ended early
     */
    boolean pause(CountDownLatch end, Duration most) throws InterruptedException;
}
