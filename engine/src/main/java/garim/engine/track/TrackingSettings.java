package garim.engine.track;

/**
 * How detections are joined over time.
 *
 * @param confidentScore detections at or above it choose their track first, 0-1
 * @param maxGapSeconds a target unseen for longer starts a new track
 * @param padSeconds how long a track is held before its first and after its last sighting
 */
public record TrackingSettings(double confidentScore, double maxGapSeconds, double padSeconds) {
    /** What files are masked with when nothing else is asked for. */
    public static final TrackingSettings DEFAULT = new TrackingSettings(0.6, 1.5, 0.6);

    public TrackingSettings {
        if (!(confidentScore >= 0 && confidentScore <= 1)) {
            throw new IllegalArgumentException("confidentScore " + confidentScore + " is not within 0-1");
        }
        if (!(maxGapSeconds >= 0 && padSeconds >= 0)) {
            throw new IllegalArgumentException("durations must not be negative");
        }
    }
}
