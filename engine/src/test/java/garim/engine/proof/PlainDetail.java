package garim.engine.proof;

import garim.engine.frame.Plane;

/** The slow plain twin of the {@link HighPass}: the whole window for each sample. */
final class PlainDetail {
    private PlainDetail() {}

    static double at(Plane plane, Lattice lattice, int radius, int x, int y) {
        double sum = 0;
        int count = 0;
        for (int j = Math.max(0, y - radius); j <= Math.min(lattice.rows() - 1, y + radius); j++) {
            for (int i = Math.max(0, x - radius); i <= Math.min(lattice.columns() - 1, x + radius); i++) {
                sum += sample(plane, lattice, i, j);
                count++;
            }
        }
        return sample(plane, lattice, x, y) - sum / count;
    }

    private static int sample(Plane plane, Lattice lattice, int column, int row) {
        return plane.at(lattice.left() + column * lattice.step(), lattice.top() + row * lattice.step());
    }
}
