package garim.cli;

import garim.cli.evaluate.ClipScore;
import garim.cli.evaluate.ClipTruth;
import garim.cli.evaluate.Evaluator;
import garim.engine.frame.Box;
import garim.engine.frame.MaskPlan;
import garim.engine.frame.PlanInput;
import garim.engine.mask.MaskRegion;
import garim.engine.mask.PixelRect;
import garim.engine.pipeline.FrameVerdict;
import garim.engine.pipeline.PlanWalk;
import java.util.List;

/** Scores what a render of a plan paints, rectangle by rectangle as the masker rounds and clamps them. */
final class PlannedMasks {
    private PlannedMasks() {}

    static ClipScore score(Evaluator evaluator, ClipTruth truth, MaskPlan plan) {
        PlanInput input = plan.input();
        PlanWalk walk = new PlanWalk(plan);
        return evaluator.score(
                truth, input.width(), input.height(), frame -> painted(walk.at(frame), input.width(), input.height()));
    }

    private static List<Box> painted(FrameVerdict verdict, int width, int height) {
        return switch (verdict) {
            case FrameVerdict.Whole whole ->
                List.of(PixelRect.whole(width, height).toBox());
            case FrameVerdict.Regions(List<MaskRegion> regions) ->
                regions.stream()
                        .map(region -> PixelRect.covering(
                                region.target(), region.rule().margin(), width, height))
                        .map(PixelRect::toBox)
                        .toList();
        };
    }
}
