package garim.engine.frame;

import java.util.Arrays;

/** The time of every frame of a clip, in seconds from its first frame. Frames may stand at uneven distances. */
public final class Timeline {
    /** Less than any tick of a video clock; times are sums of rounded fractions. */
    private static final double TOLERANCE = 1e-7;

    private final double[] seconds;

    private Timeline(double[] seconds) {
        this.seconds = seconds;
    }

    /**
     * A timeline from the time of each frame.
     *
     * @param seconds rising times, one a frame
     */
    public static Timeline of(double[] seconds) {
        double[] copy = seconds.clone();
        for (int i = 1; i < copy.length; i++) {
            if (!(copy[i] > copy[i - 1])) {
                throw new IllegalArgumentException("time does not rise at frame " + i);
            }
        }
        return new Timeline(copy);
    }

    /** A timeline of evenly spaced frames. */
    public static Timeline even(int frames, double framesPerSecond) {
        double[] seconds = new double[frames];
        Arrays.setAll(seconds, i -> i / framesPerSecond);
        return new Timeline(seconds);
    }

    /** How many frames there are. */
    public int frames() {
        return seconds.length;
    }

    /** The time of a frame in seconds. */
    public double secondsAt(int frame) {
        return seconds[frame];
    }

    /** Seconds from one frame to another; negative when the other comes first. */
    public double between(int from, int to) {
        return seconds[to] - seconds[from];
    }

    /** The last frame that is at most this many seconds after the given one. */
    public int lastWithin(int frame, double duration) {
        int last = frame;
        while (last + 1 < seconds.length && seconds[last + 1] - seconds[frame] <= duration + TOLERANCE) {
            last++;
        }
        return last;
    }

    /** The first frame that is at most this many seconds before the given one. */
    public int firstWithin(int frame, double duration) {
        int first = frame;
        while (first > 0 && seconds[frame] - seconds[first - 1] <= duration + TOLERANCE) {
            first--;
        }
        return first;
    }
}
