package garim.engine.pipeline;

import garim.engine.frame.MaskRule;
import garim.engine.frame.MaskStyle;
import garim.engine.frame.TargetKind;
import garim.engine.track.TrackingSettings;
import garim.engine.zone.Zone;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * How a file is analysed.
 *
 * @param every detectors look at every n-th frame; 0 for about {@link #LOOKS_PER_SECOND} looks a second
 * @param threads how many frames are looked at in parallel, from 1; does not change the plan
 * @param tracking how detections are joined
 * @param rules how each kind of target is covered
 * @param zones areas that are masked whatever is in them; then there is a rule for zones
 * @param profile name of the profile that said what to mask; empty when none did
 */
public record AnalysisSettings(
        int every,
        int threads,
        TrackingSettings tracking,
        Map<TargetKind, MaskRule> rules,
        List<Zone> zones,
        String profile) {
    /** What goes on between two looks is told by following pixels, so more looks cost much and show little (measured). */
    public static final int LOOKS_PER_SECOND = 5;

    /** Kinds that hold writing, of which a mosaic may leave the shape of a letter. */
    private static final Set<TargetKind> WRITING = Set.of(TargetKind.PLATE, TargetKind.TEXT, TargetKind.LOGO);

    private static final double FACE_MARGIN = 0.25;
    private static final double WRITING_MARGIN = 0.15;
    private static final double LOOSE_MARGIN = 0.1;

    /** Faces, a few looks a second, on all cores. */
    public static AnalysisSettings standard() {
        return standard(Set.of(TargetKind.FACE));
    }

    /** These kinds covered as is usual for each, a few looks a second, on all cores. */
    public static AnalysisSettings standard(Set<TargetKind> kinds) {
        return new AnalysisSettings(
                0,
                Runtime.getRuntime().availableProcessors(),
                TrackingSettings.DEFAULT,
                kinds.stream().collect(Collectors.toMap(Function.identity(), AnalysisSettings::usualRule)));
    }

    /** How targets of a kind are covered when nobody says otherwise: writing and zones solid, the rest as a mosaic. */
    public static MaskRule usualRule(TargetKind kind) {
        if (kind == TargetKind.ZONE) {
            return new MaskRule(MaskStyle.SOLID, 0);
        }
        if (WRITING.contains(kind)) {
            return new MaskRule(MaskStyle.SOLID, WRITING_MARGIN);
        }
        return new MaskRule(MaskStyle.MOSAIC, kind == TargetKind.FACE ? FACE_MARGIN : LOOSE_MARGIN);
    }

    public AnalysisSettings {
        Objects.requireNonNull(tracking);
        Objects.requireNonNull(profile);
        rules = Map.copyOf(rules);
        zones = List.copyOf(zones);
        if (!zones.isEmpty() && !rules.containsKey(TargetKind.ZONE)) {
            throw new IllegalArgumentException("zones need a rule");
        }
        if (every < 0 || threads < 1) {
            throw new IllegalArgumentException("every must not be negative, threads at least 1");
        }
    }

    /** Settings without zones that no profile said. */
    public AnalysisSettings(int every, int threads, TrackingSettings tracking, Map<TargetKind, MaskRule> rules) {
        this(every, threads, tracking, rules, List.of(), "");
    }

    /** These settings with other rules. */
    public AnalysisSettings withRules(Map<TargetKind, MaskRule> other) {
        return new AnalysisSettings(every, threads, tracking, other, zones, profile);
    }

    /** Frames from one look to the next in a clip of this frame rate, at least 1. */
    int framesBetweenLooks(double framesPerSecond) {
        return every > 0 ? every : (int) Math.max(1, Math.round(framesPerSecond / LOOKS_PER_SECOND));
    }

    /** These settings with another cadence. */
    public AnalysisSettings withEvery(int other) {
        return new AnalysisSettings(other, threads, tracking, rules, zones, profile);
    }

    /** These settings with detections joined in another way. */
    public AnalysisSettings withTracking(TrackingSettings other) {
        return new AnalysisSettings(every, threads, other, rules, zones, profile);
    }

    /** These settings with another number of threads. */
    public AnalysisSettings withThreads(int other) {
        return new AnalysisSettings(every, other, tracking, rules, zones, profile);
    }

    /** These settings with zones, covered as zones usually are unless there is a rule for them. */
    public AnalysisSettings withZones(List<Zone> other) {
        Map<TargetKind, MaskRule> all = new EnumMap<>(TargetKind.class);
        all.putAll(rules);
        if (!other.isEmpty()) {
            all.putIfAbsent(TargetKind.ZONE, usualRule(TargetKind.ZONE));
        }
        return new AnalysisSettings(every, threads, tracking, all, other, profile);
    }

    /** These settings with the name of the profile they come from. */
    public AnalysisSettings withProfile(String other) {
        return new AnalysisSettings(every, threads, tracking, rules, zones, other);
    }
}
