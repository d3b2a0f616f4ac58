package garim.engine.proof;

/**
 * What a written file holds.
 *
 * @param container name of the container
 * @param codec name of the video codec
 * @param width stored width in pixels
 * @param height stored height in pixels
 * @param frames number of frames
 * @param seconds from the first to the last frame
 * @param soundTracks how many sound tracks
 */
public record OutputMedia(
        String container, String codec, int width, int height, int frames, double seconds, int soundTracks) {}
