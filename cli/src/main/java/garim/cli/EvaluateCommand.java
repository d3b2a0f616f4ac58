package garim.cli;

import garim.cli.evaluate.EvaluationReport;
import garim.cli.evaluate.ScoredKind;
import garim.cli.evaluate.SetScore;
import garim.engine.frame.EngineException;
import garim.engine.frame.ErrorCode;
import garim.engine.frame.TargetKind;
import garim.engine.pipeline.AnalysisSettings;
import garim.engine.track.TrackingSettings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
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
    private AnalysisOptions analysis = new AnalysisOptions();

    @Mixin
    private DeviceOptions where = new DeviceOptions();

    @Option(names = "--detector-only")
    private boolean detectorOnly;

    @Option(names = "--set", paramLabel = "NAME", split = ",")
    private Set<String> only = new LinkedHashSet<>();

    @Option(names = "--score", paramLabel = "KIND", split = ",")
    private Set<TargetKind> scored = EnumSet.noneOf(TargetKind.class);

    @Parameters(arity = "1..*", paramLabel = "FOLDER", descriptionKey = "FOLDER")
    private List<Path> folders = new ArrayList<>();

    private final Console console;

    EvaluateCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        AnalysisSettings settings = settings();
        // the report is one document, so that nothing may stand before it
        ChosenDevice device = where.choose(console.reporter(false), console.messages());
        List<ScoredKind> kinds = (scored.isEmpty() ? settings.rules().keySet() : scored)
                .stream()
                        .sorted()
                        .map(kind -> ScoredKind.of(kind.name().toLowerCase(Locale.ROOT)))
                        .toList();
        List<TruthSet> sets = sets(kinds);
        List<SetScore> scores = new ArrayList<>();
        try (LoadedDetectors detector = analysis.load(device)) {
            EvaluationRun run = new EvaluationRun(console, file -> analysis.uses(detector, file), settings, kinds);
            for (TruthSet set : sets) {
                scores.addAll(run.score(set));
            }
        }
        EvaluationReport report =
                new EvaluationReport(kinds.stream().map(ScoredKind::word).toList(), scores);
        console.out().println(common.json ? report.json().toPrettyString() : report.text());
        return ExitCode.OK;
    }

    private AnalysisSettings settings() {
        AnalysisSettings chosen = analysis.settings();
        return detectorOnly ? chosen.withEvery(1).withTracking(NO_TRACKING) : chosen;
    }

    private List<TruthSet> sets(List<ScoredKind> kinds) {
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
