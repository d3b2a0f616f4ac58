package garim.cli;

import garim.engine.frame.MaskRule;
import garim.engine.frame.MaskStyle;
import garim.engine.frame.TargetKind;
import garim.engine.pipeline.AnalysisSettings;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Options that say how targets are covered. */
final class MaskOptions {
    @Option(names = "--style", paramLabel = "STYLE")
    Optional<MaskStyle> style = Optional.empty();

    @Option(names = "--margin", paramLabel = "RATIO")
    Optional<Double> margin = Optional.empty();

    /** The settings with what the user chose for all kinds; IllegalArgumentException when that makes no sense. */
    AnalysisSettings applyTo(AnalysisSettings settings) {
        return settings.withRules(applyTo(settings.rules()));
    }

    /** The rules with what the user chose for all kinds; IllegalArgumentException when that makes no sense. */
    Map<TargetKind, MaskRule> applyTo(Map<TargetKind, MaskRule> rules) {
        Map<TargetKind, MaskRule> chosen = new HashMap<>();
        rules.forEach((kind, rule) -> chosen.put(kind, new MaskRule(style.orElse(rule.style()), margin(kind, rule))));
        return chosen;
    }

    /** Zones are covered as they were drawn. */
    private double margin(TargetKind kind, MaskRule rule) {
        return kind == TargetKind.ZONE ? rule.margin() : margin.orElse(rule.margin());
    }
}
