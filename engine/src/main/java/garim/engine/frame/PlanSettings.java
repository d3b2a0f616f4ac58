package garim.engine.frame;

import java.util.Objects;

/**
 * What a plan was made with.
 *
 * @param detector name of the detector
 * @param every detectors looked at every n-th frame, from 1
 * @param confidentScore detections at or above it chose their track first
 * @param maxGapSeconds longest time a target may be unseen within a track
 * @param padSeconds how long a track is held before its first and after its last sighting
 * @param profile name of the profile that said what to mask; empty when none did
 */
public record PlanSettings(
        String detector, int every, double confidentScore, double maxGapSeconds, double padSeconds, String profile) {
    public PlanSettings {
        Objects.requireNonNull(detector);
        Objects.requireNonNull(profile);
        if (every < 1) {
            throw new IllegalArgumentException("every must be at least 1");
        }
    }

    /** Settings that no profile said. */
    public PlanSettings(String detector, int every, double confidentScore, double maxGapSeconds, double padSeconds) {
        this(detector, every, confidentScore, maxGapSeconds, padSeconds, "");
    }
}
