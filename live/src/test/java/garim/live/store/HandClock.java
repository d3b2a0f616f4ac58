package garim.live.store;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that a test moves: time passes, or somebody sets it. */
public final class HandClock implements InstantSource {
    private Instant now;
    private long nano = 1_000;

    public HandClock(Instant now) {
        this.now = now;
    }

    @Override
    public Instant instant() {
        return now;
    }

    /** The same clock as products want it. */
    public SteadyClock steady() {
        return new SteadyClock(this, () -> nano);
    }

    public void pass(Duration duration) {
        now = now.plus(duration);
        nano += duration.toNanos();
    }

    public void set(Instant other) {
        now = other;
    }
}
