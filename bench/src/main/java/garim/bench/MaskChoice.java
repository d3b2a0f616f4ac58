package garim.bench;

import garim.engine.frame.MaskRule;
import garim.engine.frame.MaskStyle;
import garim.engine.frame.TargetKind;
import garim.engine.media.WriteSettings;
import garim.engine.pipeline.AnalysisSettings;
import garim.models.FaceDetectors;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** A mask choice is what the options of {@code garim mask} say, as far as they change what is done to a frame. */
final class MaskChoice {
    @Option(names = "--detector")
    private String detector = FaceDetectors.DEFAULT_PROFILE;

    @Option(names = "--every")
    private Optional<Integer> every = Optional.empty();

    @Option(names = "--threads")
    private Optional<Integer> threads = Optional.empty();

    @Option(names = "--style")
    private Optional<MaskStyle> style = Optional.empty();

    @Option(names = "--margin")
    private Optional<Double> margin = Optional.empty();

    @Option(names = "--quality")
    private Optional<Integer> quality = Optional.empty();

    private MaskChoice() {}

    /** Reads options; those that are not known here are left to the command itself. */
    static MaskChoice of(List<String> options) {
        MaskChoice choice = new MaskChoice();
        new CommandLine(CommandLine.Model.CommandSpec.forAnnotatedObject(choice))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setUnmatchedArgumentsAllowed(true)
                .parseArgs(options.toArray(new String[0]));
        return choice;
    }

    /** The detector profile. */
    String detector() {
        return detector;
    }

    /** How the analysis goes. */
    AnalysisSettings analysis() {
        AnalysisSettings standard = AnalysisSettings.standard();
        Map<TargetKind, MaskRule> rules = new HashMap<>();
        standard.rules()
                .forEach((kind, rule) ->
                        rules.put(kind, new MaskRule(style.orElse(rule.style()), margin.orElse(rule.margin()))));
        return new AnalysisSettings(
                every.filter(n -> n != 0).orElse(standard.every()),
                threads.filter(n -> n != 0).orElse(standard.threads()),
                standard.tracking(),
                rules);
    }

    /** How an output is written, always without sound. */
    WriteSettings write(Path output) {
        WriteSettings standard = WriteSettings.forFile(output);
        return quality.map(standard::withQuantizer).orElse(standard);
    }
}
