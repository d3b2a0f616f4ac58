package garim.cli;

import garim.cli.evaluate.EvaluationReport;
import garim.cli.evaluate.Evaluator;
import garim.cli.evaluate.SetScore;
import garim.engine.frame.EngineException;
import garim.engine.frame.ErrorCode;
import garim.engine.pipeline.AnalysisSettings;
import garim.engine.track.TrackingSettings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code garim evaluate}: runs the product on clips and pictures with ground truth and prints how well it covers. */
@Command(name = "evaluate", resourceBundle = GarimCommand.HELP)
final class EvaluateCommand implements Callable<Integer> {
    private static final TrackingSettings NO_TRACKING = new TrackingSettings(0, 0, 0);

    @Mixin
    private CommonOptions common = new CommonOptions();

    @Mixin
    private DetectorOptions detection = new DetectorOptions();

    @Mixin
    private TurnOptions turning = new TurnOptions();

    @Mixin
    private MaskOptions masks = new MaskOptions();

    @Option(names = "--detector-only")
    private boolean detectorOnly;

    @Option(names = "--set", paramLabel = "NAME", split = ",")
    private Set<String> only = new LinkedHashSet<>();

    @Parameters(arity = "1..*", paramLabel = "FOLDER", descriptionKey = "FOLDER")
    private List<Path> folders = new ArrayList<>();

    private final Console console;

    EvaluateCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        AnalysisSettings settings = settings();
        Set<String> kinds = settings.rules().keySet().stream()
                .map(kind -> kind.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
        List<TruthSet> sets = sets(kinds);
        List<SetScore> scores = new ArrayList<>();
        try (LoadedDetectors detector = detection.load()) {
            EvaluationRun run = new EvaluationRun(console, file -> turning.uses(detector.uses(), file), settings, new Evaluator(kinds));
            for (TruthSet set : sets) {
                scores.add(run.score(set));
            }
        }
        EvaluationReport report = new EvaluationReport(kinds.stream().sorted().toList(), scores);
        console.out().println(common.json ? report.json().toPrettyString() : report.text());
        return ExitCode.OK;
    }

    private AnalysisSettings settings() {
        AnalysisSettings chosen = masks.applyTo(detection.settings());
        return detectorOnly ? new AnalysisSettings(1, chosen.threads(), NO_TRACKING, chosen.rules()) : chosen;
    }

    private List<TruthSet> sets(Set<String> kinds) {
        List<TruthSet> sets = new ArrayList<>();
        for (Path folder : folders) {
            sets.addAll(TruthSet.in(folder, kinds));
        }
        if (!only.isEmpty()) {
            sets.removeIf(set -> !only.contains(set.name()));
        }
        if (sets.isEmpty()) {
            throw new EngineException(
                    ErrorCode.INPUT_MISSING,
                    folders.getFirst().toString(),
                    "no annotations.csv or gt.csv with a target of these kinds");
        }
        return sets;
    }
}
