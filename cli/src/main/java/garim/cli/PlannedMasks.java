package garim.cli;

import garim.cli.evaluate.ClipScore;
import garim.cli.evaluate.ClipTruth;
import garim.cli.evaluate.Evaluator;
import garim.cli.evaluate.PaintedMask;
import garim.engine.frame.MaskPlan;
import garim.engine.frame.TargetKind;
import garim.engine.mask.MaskRegion;
import garim.engine.mask.PixelRect;
import garim.engine.pipeline.FrameVerdict;
import garim.engine.pipeline.PlanWalk;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;

/** Scores what a render of a plan paints, rectangle by rectangle as the masker rounds and clamps them. */
final class PlannedMasks {
    private PlannedMasks() {}

    /** What is painted in a frame, by the kind of target it is painted for; a whole frame is painted for every kind. */
    static IntFunction<List<PaintedMask>> of(MaskPlan plan) {
        PlanWalk walk = new PlanWalk(plan);
        return frame -> painted(walk.at(frame), plan);
    }

    /** Scores a plan as it is painted. */
    static ClipScore score(Evaluator evaluator, ClipTruth truth, MaskPlan plan) {
        return evaluator.score(truth, plan.input().width(), plan.input().height(), of(plan));
    }

    private static List<PaintedMask> painted(FrameVerdict verdict, MaskPlan plan) {
        int width = plan.input().width();
        int height = plan.input().height();
        return switch (verdict) {
            case FrameVerdict.Whole whole ->
                plan.rules().keySet().stream()
                        .map(kind -> new PaintedMask(
                                word(kind), PixelRect.whole(width, height).toBox()))
                        .toList();
            case FrameVerdict.Regions(List<MaskRegion> regions) ->
                regions.stream()
                        .map(region -> new PaintedMask(
                                word(region.kind()),
                                PixelRect.covering(
                                                region.target(), region.rule().margin(), width, height)
                                        .toBox()))
                        .toList();
        };
    }

    private static String word(TargetKind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }
}
