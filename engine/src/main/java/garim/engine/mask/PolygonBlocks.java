package garim.engine.mask;

import garim.engine.frame.Box;
import garim.engine.frame.Point;
import garim.engine.frame.Polygon;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;

/**
 * The blocks of two by two pixels, one chroma sample each, that a polygon and its margin touch. A block is in as soon as
 * any part of it is.
 *
 * <p>In each row of blocks the edges of the polygon give the blocks they run through; whatever they do not run through
 * is wholly inside or wholly outside, which its middle tells. Crossing lines leave no hole: what is gone around at all
 * is inside.
 */
final class PolygonBlocks {
    /**
     * An edge in blocks.
     *
     * @param low the end further up
     * @param high the end further down
     * @param turn 1 when it is drawn downwards, -1 upwards
     */
    private record Edge(Point low, Point high, int turn) {
        static Edge of(Point from, Point to) {
            Point a = new Point(from.x() / 2, from.y() / 2);
            Point b = new Point(to.x() / 2, to.y() / 2);
            return a.y() <= b.y() ? new Edge(a, b, 1) : new Edge(b, a, -1);
        }

        double xAt(double y) {
            double share = high.y() == low.y() ? 0 : (y - low.y()) / (high.y() - low.y());
            return low.x() + share * (high.x() - low.x());
        }

        boolean isFlat() {
            return low.y() == high.y();
        }
    }

    private record Crossing(double x, int turn) {}

    private final PixelRect area;
    private final List<Edge> edges = new ArrayList<>();
    private final double marginX;
    private final double marginY;

    /**
     * The blocks of a polygon.
     *
     * @param polygon in luma pixels
     * @param margin ratio of the width and height of its bounds that is covered around it
     * @param area the blocks that are asked for
     */
    PolygonBlocks(Polygon polygon, double margin, PixelRect area) {
        this.area = area;
        Box bounds = polygon.bounds();
        marginX = margin * bounds.width() / 2;
        marginY = margin * bounds.height() / 2;
        List<Point> corners = polygon.corners();
        for (int i = 0; i < corners.size(); i++) {
            edges.add(Edge.of(corners.get(i), corners.get((i + 1) % corners.size())));
        }
    }

    /** The blocks of a row, counted from the left edge of the area. */
    BitSet row(int y) {
        BitSet row = new BitSet(area.width());
        edges.forEach(edge -> addTouched(row, edge, y));
        addInside(row, y + 0.5);
        return row;
    }

    private void addTouched(BitSet row, Edge edge, int y) {
        double top = y - marginY;
        double bottom = y + 1 + marginY;
        if (edge.high().y() <= top || edge.low().y() >= bottom) {
            return;
        }
        double first = edge.isFlat()
                ? edge.low().x()
                : edge.xAt(Math.max(top, edge.low().y()));
        double last = edge.isFlat()
                ? edge.high().x()
                : edge.xAt(Math.min(bottom, edge.high().y()));
        add(row, Math.floor(Math.min(first, last) - marginX), Math.ceil(Math.max(first, last) + marginX));
    }

    private void addInside(BitSet row, double y) {
        List<Crossing> crossings = edges.stream()
                .filter(edge -> edge.low().y() <= y && edge.high().y() > y)
                .map(edge -> new Crossing(edge.xAt(y), edge.turn()))
                .sorted(Comparator.comparingDouble(Crossing::x))
                .toList();
        int turns = 0;
        for (int i = 0; i + 1 < crossings.size(); i++) {
            turns += crossings.get(i).turn();
            if (turns != 0) {
                // what the edges run through is in already; these are the blocks whose middle lies between them
                add(
                        row,
                        Math.ceil(crossings.get(i).x() - 0.5),
                        Math.floor(crossings.get(i + 1).x() - 0.5) + 1);
            }
        }
    }

    /** Adds the blocks from one edge up to and without another, as far as they are asked for. */
    private void add(BitSet row, double from, double to) {
        int first = (int) Math.max(0, from - area.x());
        int end = (int) Math.min(area.width(), to - area.x());
        if (first < end) {
            row.set(first, end);
        }
    }
}
