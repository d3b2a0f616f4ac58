package garim.live.camera;

import garim.engine.pipeline.LiveShedding;
import java.time.Duration;

/**
 * Decides what a camera does without: one step more for each stretch of time in which frames come out late or are masked whole
 * because nobody had looked in time; one step less after a longer calm. A step back that was wrong makes the next calm longer.
 * Used by one thread.
 */
final class Overload {
    /** How long each step is tried before the next one. */
    private static final long STRETCH = Duration.ofSeconds(3).toNanos();

    private static final Duration FIRST_CALM = Duration.ofSeconds(10);
    private static final Duration LONGEST_CALM = Duration.ofMinutes(2);

    /** A frame that comes out so long after it was due is late. */
    private static final long LATE = Duration.ofMillis(150).toNanos();

    /** Of the frames of a stretch so many may be late or unlooked. */
    private static final double MOST_BAD = 0.15;

    /** What has just begun is slow, because the program is still being compiled. */
    private static final long BEGIN = Duration.ofSeconds(5).toNanos();

    private final boolean hasLooks;
    private LiveShedding level = LiveShedding.NONE;
    private Duration calm = FIRST_CALM;
    private long stretchStart;
    private long lastTrouble;
    private long lastEase;
    private int frames;
    private int bad;
    private boolean isRunning;

    /**
     * Nothing is shed yet.
     *
     * @param hasLooks false when nobody looks, so that fewer looks are no help
     */
    Overload(boolean hasLooks) {
        this.hasLooks = hasLooks;
    }

    /** What to do without now. */
    LiveShedding level() {
        return level;
    }

    /**
     * Takes note of a frame that came out.
     *
     * @param now nanoseconds
     * @param lateness nanoseconds after it was due
     * @param isUnlooked true when it was masked whole because nobody had looked in time
     * @return true when the level changed
     */
    boolean note(long now, long lateness, boolean isUnlooked) {
        if (!isRunning) {
            isRunning = true;
            stretchStart = now + BEGIN;
            lastTrouble = now;
            lastEase = now - LONGEST_CALM.toNanos();
        }
        if (now < stretchStart) {
            return false;
        }
        frames++;
        bad += lateness > LATE || isUnlooked ? 1 : 0;
        if (now - stretchStart < STRETCH) {
            return false;
        }
        boolean isTrouble = bad > MOST_BAD * frames;
        frames = 0;
        bad = 0;
        boolean isChanged = isTrouble ? shedMore(now) : shedLess(now);
        // What was begun before a change comes out after it, and says nothing of it.
        stretchStart = isChanged ? now + STRETCH : now;
        return isChanged;
    }

    private boolean shedMore(long now) {
        lastTrouble = now;
        if (now - lastEase < calm.toNanos()) {
            calm = calm.multipliedBy(2).compareTo(LONGEST_CALM) > 0 ? LONGEST_CALM : calm.multipliedBy(2);
            lastEase = now - LONGEST_CALM.toNanos();
        }
        LiveShedding more =
                switch (level) {
                    case NONE -> hasLooks ? LiveShedding.FEWER_LOOKS : LiveShedding.FEWER_FRAMES;
                    case FEWER_LOOKS -> LiveShedding.FEWER_FRAMES;
                    case FEWER_FRAMES, WHOLE -> LiveShedding.WHOLE;
                };
        return change(more);
    }

    private boolean shedLess(long now) {
        if (now - lastTrouble < calm.toNanos()) {
            return false;
        }
        lastTrouble = now;
        lastEase = now;
        LiveShedding less =
                switch (level) {
                    case WHOLE -> LiveShedding.FEWER_FRAMES;
                    case FEWER_FRAMES -> hasLooks ? LiveShedding.FEWER_LOOKS : LiveShedding.NONE;
                    case FEWER_LOOKS, NONE -> LiveShedding.NONE;
                };
        if (less == LiveShedding.NONE && level == LiveShedding.NONE) {
            calm = FIRST_CALM;
        }
        return change(less);
    }

    private boolean change(LiveShedding other) {
        boolean isOther = other != level;
        level = other;
        return isOther;
    }
}
