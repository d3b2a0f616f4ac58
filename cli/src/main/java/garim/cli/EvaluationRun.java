package garim.cli;

import garim.cli.evaluate.ClipScore;
import garim.cli.evaluate.ClipTruth;
import garim.cli.evaluate.Evaluator;
import garim.cli.evaluate.SetScore;
import garim.engine.frame.MaskPlan;
import garim.engine.pipeline.AnalysisSettings;
import garim.engine.pipeline.Deidentifier;
import garim.engine.pipeline.DetectorUse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Analyses the clips of truth sets as a mask run would and scores what would be painted. */
final class EvaluationRun {
    private final Console console;
    private final Function<Path, List<DetectorUse>> detectors;
    private final AnalysisSettings settings;
    private final Evaluator evaluator;
    private final Deidentifier deidentifier = new Deidentifier(Version.PROGRAM);

    EvaluationRun(Console console, Function<Path, List<DetectorUse>> detectors, AnalysisSettings settings, Evaluator evaluator) {
        this.console = console;
        this.detectors = detectors;
        this.settings = settings;
        this.evaluator = evaluator;
    }

    SetScore score(TruthSet set) {
        Reporter reporter = console.reporter(false);
        List<ClipScore> scores = new ArrayList<>();
        for (ClipTruth clip : set.clips()) {
            Path file = set.media().resolve(clip.name());
            MaskPlan plan =
                    deidentifier.analyze(file, detectors.apply(file), settings, console.progress(reporter, file.toString()));
            scores.add(PlannedMasks.score(evaluator, clip, plan));
        }
        return new SetScore(set.name(), scores);
    }
}
