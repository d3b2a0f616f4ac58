package garim.engine.frame;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * The file that a mask plan was made for.
 *
 * @param name file name without its folder
 * @param sha256 hash of its bytes in lower-case hex
 * @param bytes its size
 * @param container format name, for example {@code mp4}
 * @param codec video codec name, for example {@code h264}
 * @param width stored width in pixels
 * @param height stored height in pixels
 * @param rotation quarter turn that makes it upright
 * @param timeBase seconds of one tick as a fraction, for example {@code 1/15360}
 * @param frames number of frames
 * @param firstPts time of the first frame in ticks
 * @param lastPts time of the last frame in ticks
 * @param times of frames between the first and the last where frames come unevenly, in rising order
 */
public record PlanInput(
        String name,
        String sha256,
        long bytes,
        String container,
        String codec,
        int width,
        int height,
        Rotation rotation,
        String timeBase,
        int frames,
        long firstPts,
        long lastPts,
        List<FrameTime> times) {
    public PlanInput {
        Objects.requireNonNull(name);
        times = List.copyOf(times);
        Objects.requireNonNull(rotation);
        if (!sha256.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("sha256 is not 64 hex digits");
        }
        if (!timeBase.matches("[1-9][0-9]*/[1-9][0-9]*")) {
            throw new IllegalArgumentException("timeBase is not a fraction: " + timeBase);
        }
        if (width < 1 || height < 1 || frames < 1 || bytes < 1) {
            throw new IllegalArgumentException("width, height, frames and bytes must be positive");
        }
        FrameTime from = new FrameTime(0, firstPts);
        for (FrameTime time : times) {
            requireRising(from, time);
            from = time;
        }
        if (frames > 1) {
            requireRising(from, new FrameTime(frames - 1, lastPts));
        }
    }

    /** A file whose frames come evenly. */
    public PlanInput(
            String name,
            String sha256,
            long bytes,
            String container,
            String codec,
            int width,
            int height,
            Rotation rotation,
            String timeBase,
            int frames,
            long firstPts,
            long lastPts) {
        this(
                name, sha256, bytes, container, codec, width, height, rotation, timeBase, frames, firstPts, lastPts,
                List.of());
    }

    /** When each frame is shown, to within two milliseconds. */
    public Timeline timeline() {
        String[] ratio = timeBase.split("/", 2);
        double tick = Double.parseDouble(ratio[0]) / Double.parseDouble(ratio[1]);
        double[] seconds = new double[frames];
        FrameTime from = new FrameTime(0, firstPts);
        for (FrameTime to : Stream.concat(times.stream(), Stream.of(new FrameTime(frames - 1, lastPts)))
                .toList()) {
            for (int frame = from.frame() + 1; frame <= to.frame(); frame++) {
                double share = (double) (frame - from.frame()) / (to.frame() - from.frame());
                seconds[frame] = (from.pts() - firstPts + share * (to.pts() - from.pts())) * tick;
            }
            from = to;
        }
        return Timeline.of(seconds);
    }

    private static void requireRising(FrameTime from, FrameTime to) {
        if (to.frame() <= from.frame() || to.pts() <= from.pts()) {
            throw new IllegalArgumentException("times do not rise at frame " + to.frame());
        }
    }
}
