package garim.engine.media;

/**
 * A read report counts what happened while an input was read so far.
 *
 * @param frames frames delivered or skipped
 * @param damagedFrames frames of which the decoder had to guess a part
 * @param decodeErrors packets that gave no picture
 * @param repairedTimestamps frames whose timestamp did not rise and was moved to one tick after the frame before
 * @param rescaledFrames frames brought to the size and range of the first one
 * @param truncated true when the file ends before its own index or its last packet says
 * @param lastDuration how long the last frame is shown, in ticks
 */
public record ReadReport(
        int frames,
        int damagedFrames,
        int decodeErrors,
        int repairedTimestamps,
        int rescaledFrames,
        boolean truncated,
        long lastDuration) {}
