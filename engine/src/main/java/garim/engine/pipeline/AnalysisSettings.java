package garim.engine.pipeline;

import garim.engine.frame.MaskRule;
import garim.engine.frame.MaskStyle;
import garim.engine.frame.TargetKind;
import garim.engine.track.TrackingSettings;
import java.util.Map;
import java.util.Objects;

/**
 * How a file is analysed.
 *
 * @param every detectors look at every n-th frame, from 1
 * @param threads how many frames are looked at in parallel, from 1; does not change the plan
 * @param tracking how detections are joined
 * @param rules how each kind of target is covered
 */
public record AnalysisSettings(int every, int threads, TrackingSettings tracking, Map<TargetKind, MaskRule> rules) {
    /** Faces as mosaic with a quarter of their size as margin on each side, every second frame, on all cores. */
    public static AnalysisSettings standard() {
        return new AnalysisSettings(
                2,
                Runtime.getRuntime().availableProcessors(),
                TrackingSettings.DEFAULT,
                Map.of(TargetKind.FACE, new MaskRule(MaskStyle.MOSAIC, 0.25)));
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
