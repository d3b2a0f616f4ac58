package garim.live.camera;

import garim.live.LiveClock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;

/** A clock that a test moves; whoever waits by it does not wait, and time passes all the same. */
final class HandLiveClock implements LiveClock {
    private final AtomicLong nanos = new AtomicLong(1_000_000);
    private final Instant start = Instant.parse("2026-03-01T08:00:00Z");

    @Override
    public long nanos() {
        return nanos.get();
    }

    @Override
    public Instant now() {
        return start.plusNanos(nanos.get());
    }

    @Override
    public boolean pause(CountDownLatch end, Duration most) {
        pass(most);
        return end.getCount() == 0;
    }

    void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }
}
