package garim.engine.pipeline;

import garim.engine.frame.MaskRule;
import garim.engine.frame.MaskStyle;
import garim.engine.frame.TargetKind;
import garim.engine.track.TrackingSettings;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * How a file is analysed.
 *
 * @param every detectors look at every n-th frame, from 1
 * @param threads how many frames are looked at in parallel, from 1; does not change the plan
 * @param tracking how detections are joined
 * @param rules how each kind of target is covered
 */
public record AnalysisSettings(int every, int threads, TrackingSettings tracking, Map<TargetKind, MaskRule> rules) {
    /** Kinds that hold writing, of which a mosaic may leave the shape of a letter. */
    private static final Set<TargetKind> WRITING = Set.of(TargetKind.PLATE, TargetKind.TEXT, TargetKind.LOGO);

    private static final double FACE_MARGIN = 0.25;
    private static final double WRITING_MARGIN = 0.15;
    private static final double LOOSE_MARGIN = 0.1;

    /** Faces, every second frame, on all cores. */
    public static AnalysisSettings standard() {
        return standard(Set.of(TargetKind.FACE));
    }

    /** These kinds covered as is usual for each, every second frame, on all cores. */
    public static AnalysisSettings standard(Set<TargetKind> kinds) {
        return new AnalysisSettings(
                2,
                Runtime.getRuntime().availableProcessors(),
                TrackingSettings.DEFAULT,
                kinds.stream().collect(Collectors.toMap(Function.identity(), AnalysisSettings::usualRule)));
    }

    private static MaskRule usualRule(TargetKind kind) {
        if (WRITING.contains(kind)) {
            return new MaskRule(MaskStyle.SOLID, WRITING_MARGIN);
        }
        return new MaskRule(MaskStyle.MOSAIC, kind == TargetKind.FACE ? FACE_MARGIN : LOOSE_MARGIN);
    }

    public AnalysisSettings {
        Objects.requireNonNull(tracking);
        rules = Map.copyOf(rules);
        if (every < 1 || threads < 1) {
            throw new IllegalArgumentException("every and threads must be at least 1");
        }
    }

    /** These settings with other rules. */
    public AnalysisSettings withRules(Map<TargetKind, MaskRule> other) {
        return new AnalysisSettings(every, threads, tracking, other);
    }

    /** These settings with another cadence. */
    public AnalysisSettings withEvery(int other) {
        return new AnalysisSettings(other, threads, tracking, rules);
    }

    /** These settings with another number of threads. */
    public AnalysisSettings withThreads(int other) {
        return new AnalysisSettings(every, other, tracking, rules);
    }
}
