package garim.engine.media;

import static org.bytedeco.ffmpeg.global.avutil.AV_NOPTS_VALUE;

import org.bytedeco.ffmpeg.avutil.AVFrame;

/** A frame clock gives every decoded frame a timestamp that rises strictly. */
final class FrameClock {
    private final long frameTicks;
    private long last = AV_NOPTS_VALUE;
    private long lastDuration;
    private int repairs;

    FrameClock(long frameTicks) {
        this.frameTicks = frameTicks;
        lastDuration = frameTicks;
    }

    /** The timestamp of the next frame in ticks: its own, else the previous one plus its duration. */
    long stamp(AVFrame frame) {
        long pts = frame.best_effort_timestamp();
        boolean first = last == AV_NOPTS_VALUE;
        if (pts == AV_NOPTS_VALUE) {
            pts = first ? 0 : last + lastDuration;
        } else if (!first && pts <= last) {
            pts = last + 1;
            repairs++;
        }
        last = pts;
        lastDuration = frame.duration() > 0 ? frame.duration() : frameTicks;
        return pts;
    }

    /** How long the latest frame is shown, in ticks. */
    long lastDuration() {
        return lastDuration;
    }

    /** Timestamps that did not rise. */
    int repairs() {
        return repairs;
    }
}
