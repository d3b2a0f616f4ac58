package garim.engine.mask;

import garim.engine.frame.Box;
import garim.engine.frame.Point;
import garim.engine.frame.Polygon;
import java.util.List;

/**
 * The slow plain twin of {@link PolygonBlocks}: cuts the polygon to each block, one after the other, and asks whether the
 * middle of the block lies inside.
 */
final class PlainPolygon {
    private PlainPolygon() {}

    static boolean[][] blocks(Polygon polygon, double margin, int columns, int rows) {
        Box bounds = polygon.bounds();
        boolean[][] touched = new boolean[rows][columns];
        for (int y = 0; y < rows; y++) {
            for (int x = 0; x < columns; x++) {
                Box block = new Box(
                        2 * x - margin * bounds.width(),
                        2 * y - margin * bounds.height(),
                        2 + 2 * margin * bounds.width(),
                        2 + 2 * margin * bounds.height());
                touched[y][x] = turns(polygon.corners(), 2 * x + 1, 2 * y + 1) != 0 || isCrossed(polygon, block);
            }
        }
        return touched;
    }

    /** How often the polygon goes around a point, by the sum of the angles under which its edges are seen. */
    private static long turns(List<Point> corners, double x, double y) {
        double angle = 0;
        for (int i = 0; i < corners.size(); i++) {
            Point a = corners.get(i);
            Point b = corners.get((i + 1) % corners.size());
            double cross = (a.x() - x) * (b.y() - y) - (a.y() - y) * (b.x() - x);
            double dot = (a.x() - x) * (b.x() - x) + (a.y() - y) * (b.y() - y);
            angle += Math.atan2(cross, dot);
        }
        return Math.round(angle / (2 * Math.PI));
    }

    private static boolean isCrossed(Polygon polygon, Box block) {
        List<Point> corners = polygon.corners();
        for (int i = 0; i < corners.size(); i++) {
            if (crosses(corners.get(i), corners.get((i + 1) % corners.size()), block)) {
                return true;
            }
        }
        return false;
    }

    /** True when a part of the line, cut side by side, lies inside the box and not only along its border. */
    private static boolean crosses(Point a, Point b, Box box) {
        double[] span = {0, 1};
        return cut(a.x(), b.x(), box.x(), box.right(), span)
                && cut(a.y(), b.y(), box.y(), box.bottom(), span)
                && span[0] <= span[1]
                && isInside(a.blend(b, (span[0] + span[1]) / 2), box);
    }

    private static boolean cut(double from, double to, double low, double high, double[] span) {
        if (from == to) {
            return from > low && from < high;
        }
        double enter = (low - from) / (to - from);
        double leave = (high - from) / (to - from);
        span[0] = Math.max(span[0], Math.min(enter, leave));
        span[1] = Math.min(span[1], Math.max(enter, leave));
        return true;
    }

    private static boolean isInside(Point p, Box box) {
        return p.x() > box.x() && p.x() < box.right() && p.y() > box.y() && p.y() < box.bottom();
    }
}
