package garim.engine.frame;

import java.util.Objects;

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
        long lastPts) {
    public PlanInput {
        Objects.requireNonNull(name);
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
    }
}
