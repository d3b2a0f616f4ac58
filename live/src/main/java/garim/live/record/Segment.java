package garim.live.record;

import java.time.Instant;

/**
 * A segment is one file of a recording.
 *
 * @param file its path in the folder of the camera, with {@code /} between the parts
 * @param begin when its first picture was taken
 * @param end when its last picture ended
 * @param pictures how many it holds
 * @param bytes its size
 */
public record Segment(String file, Instant begin, Instant end, int pictures, long bytes) {}
