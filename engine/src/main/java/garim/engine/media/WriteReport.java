package garim.engine.media;

/**
 * A write report tells what was written.
 *
 * @param frames frames in the file
 * @param bytes size of the file
 * @param encoder name of the encoder that was used; it differs from the setting where that cannot hold the size
 */
public record WriteReport(int frames, long bytes, String encoder) {}
