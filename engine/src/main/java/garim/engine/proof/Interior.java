package garim.engine.proof;

import garim.engine.frame.Plane;
import garim.engine.frame.Polygon;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * The samples of a lattice that lie so deep in a polygon that everything averaged around them does too; in a polygon too
 * thin for that, all samples inside.
 */
final class Interior {
    private static final int INSIDE = 255;

    private final List<BitSet> rows = new ArrayList<>();

    Interior(Polygon polygon, Lattice lattice, int radius) {
        Outline outline = new Outline(polygon);
        Plane shape = new Plane(
                ByteBuffer.allocate(lattice.columns() * lattice.rows()),
                lattice.columns(),
                lattice.rows(),
                lattice.columns());
        for (int y = 0; y < lattice.rows(); y++) {
            BitSet inside = outline.row(y, lattice);
            for (int x = inside.nextSetBit(0); x >= 0; x = inside.nextSetBit(x + 1)) {
                shape.put(x, y, INSIDE);
            }
            rows.add(inside);
        }
        List<BitSet> deep = deep(shape, radius);
        if (deep.stream().anyMatch(row -> !row.isEmpty())) {
            rows.clear();
            rows.addAll(deep);
        }
    }

    private static List<BitSet> deep(Plane shape, int radius) {
        Lattice all = new Lattice(0, 0, shape.width(), shape.height(), 1);
        float[] edges = new HighPass().measure(shape, all, radius);
        List<BitSet> deep = new ArrayList<>();
        for (int y = 0; y < shape.height(); y++) {
            BitSet row = new BitSet(shape.width());
            for (int x = 0; x < shape.width(); x++) {
                row.set(x, shape.at(x, y) == INSIDE && Math.abs(edges[y * shape.width() + x]) < 0.5f);
            }
            deep.add(row);
        }
        return deep;
    }

    BitSet row(int y) {
        return rows.get(y);
    }
}
