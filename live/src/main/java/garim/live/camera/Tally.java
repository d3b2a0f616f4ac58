package garim.live.camera;

import garim.engine.frame.Frame;
import garim.engine.pipeline.LiveMasker;
import garim.engine.pipeline.LiveShedding;
import garim.engine.pipeline.LiveVerdict;
import java.util.Arrays;
import java.util.Optional;

/** Counts what happens to one camera; written by its threads, read by anybody. */
final class Tally {
    private static final int LATENCIES = 512;
    private static final double MILLIS = 1e6;
    private static final long SECOND = 1_000_000_000L;

    private final String name;
    private final long[] latencies = new long[LATENCIES];
    private CameraState state = CameraState.CONNECTING;
    private Optional<LiveVerdict.Reason> why = Optional.empty();
    private LiveShedding shedding = LiveShedding.NONE;
    private boolean isGone;
    private int width;
    private int height;
    private long in;
    private long masked;
    private long whole;
    private long dropped;
    private long connects;
    private long looks;
    private long looksBefore;
    private long looksFailed;
    private long thoroughLooks;
    private long earlierThorough;
    private long earlierLooks;
    private long earlierFailures;
    private double lookMillis;
    private double looksPerSecond;
    private long secondStart;

    Tally(String name) {
        this.name = name;
    }

    synchronized void state(CameraState other) {
        state = other;
        why = Optional.empty();
    }

    /** What the latest frame came to. */
    synchronized void verdict(LiveVerdict verdict) {
        state = CameraState.of(verdict);
        why = verdict instanceof LiveVerdict.Whole(LiveVerdict.Reason reason) ? Optional.of(reason) : Optional.empty();
    }

    synchronized void shedding(LiveShedding level) {
        shedding = level;
    }

    synchronized void connected() {
        connects++;
        isGone = false;
    }

    /** The camera gives nothing any more, whatever still comes out. */
    synchronized void gone() {
        isGone = true;
    }

    synchronized void in(Frame frame) {
        in++;
        width = frame.width();
        height = frame.height();
    }

    synchronized void dropped(int frames) {
        dropped += frames;
    }

    synchronized void out(boolean isWhole, long latencyNanos) {
        latencies[(int) (masked % LATENCIES)] = latencyNanos;
        masked++;
        whole += isWhole ? 1 : 0;
    }

    synchronized void looks(LiveMasker masker, long now) {
        looks = earlierLooks + masker.answered();
        looksFailed = earlierFailures + masker.failed();
        thoroughLooks = earlierThorough + masker.thorough();
        lookMillis = masker.lastLookNanos() / MILLIS;
        if (now - secondStart >= SECOND) {
            looksPerSecond = (looks - looksBefore) * (double) SECOND / (now - secondStart);
            looksBefore = looks;
            secondStart = now;
        }
    }

    /** Another masker begins to count at zero. */
    synchronized void anew() {
        earlierLooks = looks;
        earlierFailures = looksFailed;
        earlierThorough = thoroughLooks;
    }

    synchronized CameraFigures figures() {
        long[] sorted = Arrays.copyOf(latencies, (int) Math.min(masked, LATENCIES));
        Arrays.sort(sorted);
        boolean isAway = isGone && state != CameraState.STOPPED;
        return new CameraFigures(
                name,
                isAway ? CameraState.GONE : state,
                isAway ? Optional.empty() : why,
                shedding,
                width,
                height,
                in,
                masked,
                whole,
                dropped,
                0,
                Math.max(0, connects - 1),
                looks,
                thoroughLooks,
                looksFailed,
                looksPerSecond,
                lookMillis,
                share(sorted, 0.5),
                share(sorted, 0.95));
    }

    private static double share(long[] sorted, double share) {
        return sorted.length == 0 ? 0 : sorted[(int) Math.min(sorted.length - 1, share * sorted.length)] / MILLIS;
    }
}
