package garim.engine.pipeline;

import garim.engine.frame.MaskRule;
import garim.engine.frame.Rotation;
import garim.engine.frame.TargetKind;
import garim.engine.track.TrackingSettings;
import garim.engine.zone.Zone;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * How a camera is masked while it runs.
 *
 * @param delay how long every frame is kept back, so that masks reach back to the first frame of a newcomer; 0 to 5 s. With
 *     less than twice the time of a look, what detectors are asked for is masked whole
 * @param lookEvery time from one look of a detector to the next, above 0; looks are never farther apart than the delay allows
 * @param tracking how long what was seen is held
 * @param rules how each kind of target is covered; movement is watched for where there is a rule for it
 * @param zones areas that are masked whatever is in them, as they are drawn in their first step
 * @param rotation how the pictures of the camera must be turned to stand upright
 */
public record LiveSettings(
        Duration delay,
        Duration lookEvery,
        TrackingSettings tracking,
        Map<TargetKind, MaskRule> rules,
        List<Zone> zones,
        Rotation rotation) {
    /** Looks back and forth far enough for what a look takes, and is little for whoever watches. */
    public static final Duration DEFAULT_DELAY = Duration.ofMillis(400);

    /** The longest delay; it costs the memory of all frames in it. */
    public static final Duration MOST_DELAY = Duration.ofSeconds(5);

    private static final Duration DEFAULT_LOOK_EVERY = Duration.ofMillis(200);

    public LiveSettings {
        Objects.requireNonNull(tracking);
        Objects.requireNonNull(rotation);
        rules = Map.copyOf(rules);
        zones = List.copyOf(zones);
        if (delay.isNegative() || delay.compareTo(MOST_DELAY) > 0) {
            throw new IllegalArgumentException("a delay of " + delay + " is not within 0-5 s");
        }
        if (lookEvery.isNegative() || lookEvery.isZero()) {
            throw new IllegalArgumentException("looks must be some time apart");
        }
    }

    /** What settings for files say about targets, for a camera that stands upright. */
    public static LiveSettings of(AnalysisSettings settings, Duration delay) {
        return new LiveSettings(
                delay, DEFAULT_LOOK_EVERY, settings.tracking(), settings.rules(), settings.zones(), Rotation.NONE);
    }

    /** These settings for a camera that hangs otherwise. */
    public LiveSettings withRotation(Rotation other) {
        return new LiveSettings(delay, lookEvery, tracking, rules, zones, other);
    }

    /** These settings with zones, covered as zones usually are unless there is a rule for them. */
    public LiveSettings withZones(List<Zone> other) {
        Map<TargetKind, MaskRule> all = new EnumMap<>(TargetKind.class);
        all.putAll(rules);
        if (!other.isEmpty()) {
            all.putIfAbsent(TargetKind.ZONE, AnalysisSettings.usualRule(TargetKind.ZONE));
        }
        return new LiveSettings(delay, lookEvery, tracking, all, other, rotation);
    }

    /** How a kind is covered; as usual where no rule says it, because what was seen is covered whoever asked for it. */
    MaskRule ruleOf(TargetKind kind) {
        return rules.getOrDefault(kind, AnalysisSettings.usualRule(kind));
    }
}
