package garim.cli.review;

import garim.engine.frame.Box;
import garim.engine.frame.TargetKind;

/** Where a face lies in a head, and a head or face in a whole person. Boxes are those of the upright picture. */
final class BodyPlan {
    private static final double INSIDE = 0.6;
    private static final double TOP = 0.4;
    private static final double SIDE = 0.15;
    private static final double MIDDLE_OF_HEAD = 0.12;
    private static final double LEAST_HEAD = 0.06;
    private static final double MOST_HEAD = 0.65;
    private static final double LEAST_FACE = 0.06;
    private static final double MOST_FACE = 1.3;

    private BodyPlan() {}

    /** True when the inner box lies in the outer one as that part of a body would. */
    static boolean fits(TargetKind innerKind, Box inner, TargetKind outerKind, Box outer) {
        if (inner.isEmpty() || outer.isEmpty() || inner.intersect(outer).area() < INSIDE * inner.area()) {
            return false;
        }
        return outerKind == TargetKind.HEAD ? isFaceOf(inner, outer) : isTopOf(innerKind, inner, outer);
    }

    private static boolean isFaceOf(Box face, Box head) {
        double share = face.area() / head.area();
        return share >= LEAST_FACE
                && share <= MOST_FACE
                && isWithin(face.centerX(), head.x(), head.width(), SIDE)
                && isWithin(face.centerY(), head.y(), head.height(), SIDE);
    }

    private static boolean isTopOf(TargetKind innerKind, Box inner, Box person) {
        double share = inner.height() / person.height();
        double least = innerKind == TargetKind.FACE ? LEAST_HEAD / 2 : LEAST_HEAD;
        return share >= least
                && share <= MOST_HEAD
                && isWithin(inner.centerX(), person.x(), person.width(), SIDE)
                && inner.centerY() < person.y() + TOP * person.height();
    }

    private static boolean isWithin(double place, double from, double extent, double margin) {
        return place >= from + margin * extent && place <= from + (1 - margin) * extent;
    }

    /** How far the inner box is from where it belongs, in heights of its own; never 0. */
    static double off(Box inner, TargetKind outerKind, Box outer) {
        double y = outerKind == TargetKind.HEAD ? outer.centerY() : outer.y() + MIDDLE_OF_HEAD * outer.height();
        double far = Math.hypot(inner.centerX() - outer.centerX(), inner.centerY() - y);
        return 0.05 + far / Math.max(1, inner.height());
    }
}
