package garim.cli;

import garim.cli.evaluate.ClipScore;
import garim.cli.evaluate.ClipTruth;
import garim.cli.evaluate.Evaluator;
import garim.cli.evaluate.ScoredKind;
import garim.cli.evaluate.SetScore;
import garim.engine.frame.MaskPlan;
import garim.engine.pipeline.AnalysisSettings;
import garim.engine.pipeline.Deidentifier;
import garim.engine.pipeline.DetectorUse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Analyses the clips of truth sets as a mask run would and scores what would be painted, kind by kind. */
final class EvaluationRun {
    private final Console console;
    private final Function<Path, List<DetectorUse>> detectors;
    private final AnalysisSettings settings;
    private final List<ScoredKind> kinds;
    private final Deidentifier deidentifier = new Deidentifier(Version.PROGRAM);

    EvaluationRun(
            Console console,
            Function<Path, List<DetectorUse>> detectors,
            AnalysisSettings settings,
            List<ScoredKind> kinds) {
        this.console = console;
        this.detectors = detectors;
        this.settings = settings;
        this.kinds = List.copyOf(kinds);
    }

    /** The scores of a set, one for each kind that it says something about. */
    List<SetScore> score(TruthSet set) {
        Reporter reporter = console.reporter(false);
        Map<ScoredKind, List<ClipScore>> scores = new LinkedHashMap<>();
        for (ClipTruth clip : set.clips()) {
            Path file = set.media().resolve(clip.name());
            MaskPlan plan = deidentifier.analyze(
                    file, detectors.apply(file), settings, console.progress(reporter, file.toString()));
            kinds.stream().filter(kind -> kind.concerns(clip)).forEach(kind -> scores.computeIfAbsent(
                            kind, k -> new ArrayList<>())
                    .add(PlannedMasks.score(new Evaluator(kind), clip, plan)));
        }
        return scores.entrySet().stream()
                .map(score -> new SetScore(set.name(), score.getKey().word(), score.getValue()))
                .toList();
    }
}
