package garim.cli;

import garim.cli.evaluate.ClipScore;
import garim.cli.evaluate.ClipTruth;
import garim.cli.evaluate.Evaluator;
import garim.cli.evaluate.PaintedMask;
import garim.engine.frame.Box;
import garim.engine.frame.MaskPlan;
import garim.engine.frame.TargetKind;
import garim.engine.mask.MaskRegion;
import garim.engine.mask.PixelRect;
import garim.engine.pipeline.FrameVerdict;
import garim.engine.pipeline.PlanWalk;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntFunction;

/** Scores what a render of a plan paints, rectangle by rectangle as the masker rounds and clamps them. */
final class PlannedMasks {
    private PlannedMasks() {}

    /** What is painted in a frame, by the kind of target it is painted for; a whole frame is painted for every kind. */
    static IntFunction<List<PaintedMask>> of(MaskPlan plan) {
        Map<String, PlanWalk> walks = new TreeMap<>();
        plan.rules().keySet().forEach(kind -> walks.put(kind.name().toLowerCase(Locale.ROOT), walk(plan, kind)));
        int width = plan.input().width();
        int height = plan.input().height();
        return frame -> walks.entrySet().stream()
                .flatMap(walk -> painted(walk.getValue().at(frame), width, height).stream()
                        .map(box -> new PaintedMask(walk.getKey(), box)))
                .toList();
    }

    private static PlanWalk walk(MaskPlan plan, TargetKind kind) {
        return new PlanWalk(plan.withTracks(
                plan.tracks().stream().filter(track -> track.kind() == kind).toList()));
    }

    /** Scores a plan as it is painted. */
    static ClipScore score(Evaluator evaluator, ClipTruth truth, MaskPlan plan) {
        return evaluator.score(truth, plan.input().width(), plan.input().height(), of(plan));
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
