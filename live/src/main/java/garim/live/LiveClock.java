package garim.live;

import java.time.Instant;

/** The time of a live program: one clock that only rises, and one that people set. Tests have one of their own. */
public interface LiveClock {
    /** The clocks of this machine. */
    LiveClock SYSTEM = new LiveClock() {
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
}
