package garim.live.record;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * How one camera is recorded.
 *
 * @param folder of this camera alone; made when it is not there
 * @param camera name, for events
 * @param segment a new segment begins at the first key picture after so long; at least a second
 * @param keepFor segments are deleted when their end is so long ago; empty keeps them
 * @param keepBytes the oldest segments are deleted when all together are larger; empty sets no limit
 * @param spare bytes that are left free on the disk
 */
public record RecordSettings(
        Path folder, String camera, Duration segment, Optional<Duration> keepFor, OptionalLong keepBytes, long spare) {
    public RecordSettings {
        boolean sensible = segment.toMillis() >= 1000
                && keepFor.map(Duration::isPositive).orElse(true)
                && keepBytes.orElse(1) > 0
                && spare >= 0;
        if (!sensible) {
            throw new IllegalArgumentException("segments last a second or more, and limits are more than nothing");
        }
    }
}
