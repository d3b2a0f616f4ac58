package garim.live.store;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.LongSupplier;

/**
 * A steady clock tells the time of day, and whether it can be trusted: not within an hour after it jumped. Nothing is deleted
 * for its age by a clock that nobody had the time to put right. Many threads may ask.
 */
public final class SteadyClock {
    private static final Duration JUMP = Duration.ofMinutes(1);
    private static final Duration DOUBT = Duration.ofHours(1);

    private final InstantSource wall;
    private final LongSupplier nanoTime;
    private Instant lastWall;
    private long lastNano;
    private long doubtedUntil;
    private boolean doubted;
    private long jumps;

    /**
     * A clock.
     *
     * @param wall the time of day
     * @param nanoTime nanoseconds that never jump, from any beginning
     */
    public SteadyClock(InstantSource wall, LongSupplier nanoTime) {
        this.wall = wall;
        this.nanoTime = nanoTime;
        lastWall = wall.instant();
        lastNano = nanoTime.getAsLong();
    }

    /** The clock of this machine. */
    public static SteadyClock system() {
        return new SteadyClock(InstantSource.system(), System::nanoTime);
    }

    /** The time of day. */
    public synchronized Instant now() {
        Instant now = wall.instant();
        long nano = nanoTime.getAsLong();
        Duration passed = Duration.ofNanos(nano - lastNano);
        if (Duration.between(lastWall, now).minus(passed).abs().compareTo(JUMP) > 0) {
            jumps++;
            doubt();
        }
        lastWall = now;
        lastNano = nano;
        return now;
    }

    /** Somebody has a reason to doubt: what he finds on the disk does not fit the time of day. */
    public synchronized void doubt() {
        doubted = true;
        doubtedUntil = nanoTime.getAsLong() + DOUBT.toNanos();
    }

    /** False for an hour after a jump or a doubt. */
    public synchronized boolean isTrusted() {
        now();
        doubted = doubted && nanoTime.getAsLong() - doubtedUntil < 0;
        return !doubted;
    }

    /** Nanoseconds that never jump. */
    public long nanoTime() {
        return nanoTime.getAsLong();
    }

    /** How often it jumped by more than a minute. */
    public synchronized long jumps() {
        return jumps;
    }
}
