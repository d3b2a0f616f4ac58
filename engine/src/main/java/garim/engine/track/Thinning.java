package garim.engine.track;

import garim.engine.frame.Box;
import garim.engine.frame.Keyframe;
import garim.engine.frame.Origin;
import java.util.ArrayList;
import java.util.List;

/** Drops followed keyframes that lie on the straight way between their neighbours, so that plans stay readable. */
final class Thinning {
    /** How far an edge may be from the straight way: this share of the shorter side. */
    private static final double TOLERANCE = 0.02;

    /** Keyframes that may be left out in a row. */
    private static final int MOST_DROPPED = 24;

    private Thinning() {}

    static List<Keyframe> thin(List<Keyframe> keyframes) {
        List<Keyframe> kept = new ArrayList<>();
        int from = 0;
        while (from < keyframes.size()) {
            kept.add(keyframes.get(from));
            int to = from + 1;
            while (to + 1 < keyframes.size() && to - from < MOST_DROPPED && isStraight(keyframes, from, to + 1)) {
                to++;
            }
            from = to;
        }
        return kept;
    }

    /** True when everything between two keyframes may be left out. */
    private static boolean isStraight(List<Keyframe> keyframes, int from, int to) {
        Keyframe first = keyframes.get(from);
        Keyframe last = keyframes.get(to);
        for (int i = from + 1; i < to; i++) {
            Keyframe inner = keyframes.get(i);
            double share = (double) (inner.frame() - first.frame()) / (last.frame() - first.frame());
            if (inner.origin() != Origin.FOLLOWED
                    || !isNear(inner.box(), first.box().blend(last.box(), share))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isNear(Box box, Box straight) {
        double most = TOLERANCE * Math.min(box.width(), box.height());
        return Math.abs(box.x() - straight.x()) <= most
                && Math.abs(box.y() - straight.y()) <= most
                && Math.abs(box.right() - straight.right()) <= most
                && Math.abs(box.bottom() - straight.bottom()) <= most;
    }
}
