package garim.engine.media;

import garim.engine.frame.Rotation;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;

/**
 * Media info describes the video stream of an input as its frames are delivered, and what else the file holds.
 *
 * @param container names of the container format, as libav calls it
 * @param codec short name of the video codec, such as {@code h264}
 * @param pixelFormat name of the stored pixel format; frames are delivered as 8-bit 4:2:0 whatever it is
 * @param width stored width in pixels, before rotation
 * @param height stored height in pixels, before rotation
 * @param rotation turn that makes the stored picture stand upright; a mirror in the display matrix is not part of it
 * @param displayMatrix the nine numbers of the display matrix, row by row; empty when there is none
 * @param timeBase seconds per tick of every timestamp
 * @param frameRate nominal frames per second; 25 where the file does not tell
 * @param startPts timestamp of the first frame in ticks
 * @param duration length of the stream in ticks, where the file tells
 * @param estimatedFrames number of frames, where the file tells or rate and duration do; not exact
 * @param interlaced true when the stream declares interlaced pictures
 * @param topFieldFirst true when of an interlaced picture the top field is the earlier one
 * @param colors meaning of the delivered samples
 * @param sampleAspect width of a pixel divided by its height; 0/1 where the file does not tell
 * @param bitRate bits per second of the stream, or of the file where only that is known
 * @param audio the sound tracks, in file order
 * @param fileSize bytes
 */
public record MediaInfo(
        String container,
        String codec,
        String pixelFormat,
        int width,
        int height,
        Rotation rotation,
        List<Integer> displayMatrix,
        Rational timeBase,
        Rational frameRate,
        long startPts,
        OptionalLong duration,
        OptionalLong estimatedFrames,
        boolean interlaced,
        boolean topFieldFirst,
        Colors colors,
        Rational sampleAspect,
        OptionalLong bitRate,
        List<AudioStream> audio,
        long fileSize) {
    /** Seconds by which the times of one frame in two files may differ: Matroska rounds them to a millisecond. */
    public static final double TIME_ROUNDING = 0.0015;

    private static final int TICKS_PER_COMPUTED_FRAME = 512;
    private static final int UNKNOWN_COLOR = 2;

    public MediaInfo {
        Objects.requireNonNull(container);
        Objects.requireNonNull(codec);
        Objects.requireNonNull(pixelFormat);
        Objects.requireNonNull(rotation);
        Objects.requireNonNull(colors);
        displayMatrix = List.copyOf(displayMatrix);
        audio = List.copyOf(audio);
        if (width <= 0 || height <= 0 || timeBase.numerator() == 0 || frameRate.numerator() == 0) {
            throw new IllegalArgumentException("bad media info " + width + "x" + height + " " + timeBase);
        }
        if (!displayMatrix.isEmpty() && displayMatrix.size() != 9) {
            throw new IllegalArgumentException("a display matrix has nine numbers");
        }
    }

    /** The info of frames that are computed, not read: upright, limited range, evenly spaced, silent. */
    public static MediaInfo ofComputedFrames(int width, int height, int framesPerSecond) {
        Rational timeBase = new Rational(1, framesPerSecond * TICKS_PER_COMPUTED_FRAME);
        return new MediaInfo(
                "none",
                "none",
                "yuv420p",
                width,
                height,
                Rotation.NONE,
                List.of(),
                timeBase,
                new Rational(framesPerSecond, 1),
                0,
                OptionalLong.empty(),
                OptionalLong.empty(),
                false,
                false,
                new Colors(false, UNKNOWN_COLOR, UNKNOWN_COLOR, UNKNOWN_COLOR),
                new Rational(1, 1),
                OptionalLong.empty(),
                List.of(),
                0);
    }

    /** The same with another tick and other colours. */
    MediaInfo with(Rational tick, Colors other) {
        return new MediaInfo(
                container,
                codec,
                pixelFormat,
                width,
                height,
                rotation,
                displayMatrix,
                tick,
                frameRate,
                startPts,
                duration,
                estimatedFrames,
                interlaced,
                topFieldFirst,
                other,
                sampleAspect,
                bitRate,
                audio,
                fileSize);
    }

    /** Length of one frame at the nominal rate in ticks, at least 1. */
    public long frameTicks() {
        return Math.max(1, timeBase.ticks(1 / frameRate.value()));
    }
}
