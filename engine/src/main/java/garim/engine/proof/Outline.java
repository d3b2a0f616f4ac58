package garim.engine.proof;

import garim.engine.frame.Point;
import garim.engine.frame.Polygon;
import java.util.BitSet;
import java.util.List;

/** The pixels of a row whose middle a polygon goes around; where it crosses itself, those that it goes around at all. */
final class Outline {
    private final List<Point> corners;

    Outline(Polygon polygon) {
        corners = polygon.corners();
    }

    /** The samples inside in a row of a lattice. */
    BitSet row(int row, Lattice lattice) {
        int[] turns = new int[lattice.columns() + 1];
        double y = lattice.top() + row * lattice.step() + 0.5;
        for (int i = 0; i < corners.size(); i++) {
            addEdge(corners.get(i), corners.get((i + 1) % corners.size()), y, lattice, turns);
        }
        BitSet inside = new BitSet(lattice.columns());
        int turn = 0;
        for (int x = 0; x < lattice.columns(); x++) {
            turn += turns[x];
            inside.set(x, turn != 0);
        }
        return inside;
    }

    private static void addEdge(Point from, Point to, double y, Lattice lattice, int[] turns) {
        if (from.y() <= y == to.y() <= y) {
            return;
        }
        double x = from.x() + (y - from.y()) / (to.y() - from.y()) * (to.x() - from.x());
        double sample = Math.ceil((x - 0.5 - lattice.left()) / lattice.step());
        int first = (int) Math.clamp(sample, 0, lattice.columns());
        turns[first] += from.y() < to.y() ? 1 : -1;
    }
}
