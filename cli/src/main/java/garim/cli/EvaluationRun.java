package garim.cli;

import garim.cli.evaluate.ClipScore;
import garim.cli.evaluate.ClipTruth;
import garim.cli.evaluate.Evaluator;
import garim.cli.evaluate.SetScore;
import garim.engine.frame.Box;
import garim.engine.frame.MaskPlan;
import garim.engine.frame.PlanInput;
import garim.engine.mask.MaskRegion;
import garim.engine.mask.PixelRect;
import garim.engine.pipeline.AnalysisSettings;
import garim.engine.pipeline.Deidentifier;
import garim.engine.pipeline.DetectorUse;
import garim.engine.pipeline.FrameVerdict;
import garim.engine.pipeline.PlanWalk;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Analyses the clips of truth sets as a mask run would and scores what would be painted. */
final class EvaluationRun {
    private final Console console;
    private final DetectorUse detector;
    private final AnalysisSettings settings;
    private final Evaluator evaluator;
    private final Deidentifier deidentifier = new Deidentifier(Version.PROGRAM);

    EvaluationRun(Console console, DetectorUse detector, AnalysisSettings settings, Evaluator evaluator) {
        this.console = console;
        this.detector = detector;
        this.settings = settings;
        this.evaluator = evaluator;
    }

    SetScore score(TruthSet set) {
        Reporter reporter = console.reporter(false);
        List<ClipScore> scores = new ArrayList<>();
        for (ClipTruth clip : set.clips()) {
            Path file = set.media().resolve(clip.name());
            scores.add(score(clip, deidentifier.analyze(
                    file, detector, settings, console.progress(reporter, set.name() + "/" + clip.name()))));
        }
        return new SetScore(set.name(), scores);
    }

    private ClipScore score(ClipTruth clip, MaskPlan plan) {
        PlanInput input = plan.input();
        PlanWalk walk = new PlanWalk(plan);
        return evaluator.score(
                clip, input.width(), input.height(), frame -> painted(walk.at(frame), input.width(), input.height()));
    }

    private static List<Box> painted(FrameVerdict verdict, int width, int height) {
        return switch (verdict) {
            case FrameVerdict.Whole whole -> List.of(PixelRect.whole(width, height).toBox());
            case FrameVerdict.Regions(List<MaskRegion> regions) ->
                regions.stream()
                        .map(region -> PixelRect.covering(
                                region.target(), region.rule().margin(), width, height))
                        .map(PixelRect::toBox)
                        .toList();
        };
    }
}
