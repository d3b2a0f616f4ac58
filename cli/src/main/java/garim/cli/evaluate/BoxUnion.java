package garim.cli.evaluate;

import garim.engine.frame.Box;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.DoubleStream;

/** Exact areas of unions of rectangles: the plane is cut into strips at every vertical edge, each strip added up. */
public final class BoxUnion {
    private BoxUnion() {}

    /** Area covered by at least one box, in square pixels. */
    public static double area(List<Box> boxes) {
        List<Box> solid = boxes.stream().filter(b -> !b.isEmpty()).toList();
        double[] edges = solid.stream()
                .flatMapToDouble(b -> DoubleStream.of(b.x(), b.right()))
                .sorted()
                .distinct()
                .toArray();
        List<Box> byTop =
                solid.stream().sorted(Comparator.comparingDouble(Box::y)).toList();
        double area = 0;
        for (int i = 1; i < edges.length; i++) {
            area += (edges[i] - edges[i - 1]) * heightCovered(byTop, edges[i - 1], edges[i]);
        }
        return area;
    }

    /** Area of the target that at least one box covers. */
    public static double coveredArea(Box target, List<Box> boxes) {
        return area(boxes.stream().map(target::intersect).toList());
    }

    /** Share of the target's area that at least one box covers, 0-1; the target must not be empty. */
    public static double coveredShare(Box target, List<Box> boxes) {
        if (target.isEmpty()) {
            throw new IllegalArgumentException("an empty target has no covered share");
        }
        return coveredArea(target, boxes) / target.area();
    }

    /** Area that the boxes cover and none of the others covers. */
    public static double areaOutside(List<Box> boxes, List<Box> others) {
        List<Box> all = new ArrayList<>(boxes);
        all.addAll(others);
        return Math.max(0, area(all) - area(others));
    }

    private static double heightCovered(List<Box> byTop, double left, double right) {
        double height = 0;
        double bottom = Double.NEGATIVE_INFINITY;
        for (Box box : byTop) {
            if (box.x() <= left && box.right() >= right && box.bottom() > bottom) {
                height += box.bottom() - Math.max(bottom, box.y());
                bottom = box.bottom();
            }
        }
        return height;
    }
}
