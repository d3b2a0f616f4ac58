package garim.engine.detect;

import garim.engine.frame.Box;
import garim.engine.frame.Detection;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Suppression reduces several detections of one target to one. Answers are ordered by falling score. */
public final class Suppression {
    /** Overlap above which detections of different detectors or scales are taken for the same target. */
    public static final double SAME_TARGET_IOU = 0.4;

    private static final double INSIDE = 0.75;
    private static final double SIMILAR_AREA = 0.3;
    private static final double WELL_COVERED = 0.9;
    private static final Comparator<Detection> BEST_FIRST = Comparator.comparingDouble(Detection::score)
            .reversed()
            .thenComparingDouble(d -> d.box().x())
            .thenComparingDouble(d -> d.box().y())
            .thenComparingDouble(d -> d.box().width())
            .thenComparing(Detection::source);

    private Suppression() {}

    /**
     * Greedy non-maximum suppression, for the many answers of one network.
     *
     * @param iou intersection over union, 0-1, above which the weaker of two detections of a kind is dropped
     */
    public static List<Detection> strongest(List<Detection> detections, double iou) {
        List<Detection> kept = new ArrayList<>();
        for (Detection next : sorted(detections)) {
            if (kept.stream().noneMatch(k -> k.kind() == next.kind() && k.box().iou(next.box()) > iou)) {
                kept.add(next);
            }
        }
        return List.copyOf(kept);
    }

    /**
     * Merges what several detectors, scales or tiles saw, and loses nobody.
     *
     * <p>Detections of one kind join when they overlap by {@link #SAME_TARGET_IOU}, or when one lies inside the other
     * and their sizes are alike. The merged box is the score-weighted mean, enlarged until it holds nine tenths of every
     * member; its score and source are those of the best member. Whatever joins with nothing stays as it is.
     */
    public static List<Detection> merge(List<Detection> detections) {
        List<Detection> open = new ArrayList<>(sorted(detections));
        List<Detection> merged = new ArrayList<>();
        while (!open.isEmpty()) {
            Detection best = open.getFirst();
            List<Detection> members =
                    open.stream().filter(d -> sameTarget(best, d)).toList();
            open.removeAll(members);
            merged.add(best.withBox(commonBox(members)));
        }
        return List.copyOf(merged);
    }

    private static List<Detection> sorted(List<Detection> detections) {
        return detections.stream().sorted(BEST_FIRST).toList();
    }

    private static boolean sameTarget(Detection a, Detection b) {
        if (a.kind() != b.kind()) {
            return false;
        }
        double common = a.box().intersect(b.box()).area();
        double smaller = Math.min(a.box().area(), b.box().area());
        double larger = Math.max(a.box().area(), b.box().area());
        boolean inside = common >= INSIDE * smaller && smaller >= SIMILAR_AREA * larger;
        return inside || a.box().iou(b.box()) >= SAME_TARGET_IOU;
    }

    private static Box commonBox(List<Detection> members) {
        double weight = 0;
        Box mean = members.getFirst().box();
        for (Detection member : members) {
            weight += member.score();
            mean = weight > 0 ? mean.blend(member.box(), member.score() / weight) : mean;
        }
        Box result = mean;
        for (Detection member : members) {
            double covered = member.box().intersect(mean).area();
            result = covered < WELL_COVERED * member.box().area() ? result.union(member.box()) : result;
        }
        return result;
    }
}
