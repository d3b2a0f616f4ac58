package garim.engine.pipeline;

/**
 * What a render did.
 *
 * @param frames frames read and written
 * @param maskedFrames frames with at least one mask, whole ones included
 * @param wholeFrames frames masked whole because what is in them is not known
 * @param copiedFrames frames whose packets are those of the input, because nothing is masked around them
 * @param damagedFrames frames in which the decoder had to guess a part
 * @param repairedTimestamps frames whose time did not rise in the input and was moved by a tick
 * @param truncated true when the input ends before its own index says
 * @param bytes size of the output
 * @param encoder name of the encoder
 */
public record RenderReport(
        long frames,
        long maskedFrames,
        long wholeFrames,
        long copiedFrames,
        long damagedFrames,
        long repairedTimestamps,
        boolean truncated,
        long bytes,
        String encoder) {}
