package garim.engine.proof;

import garim.engine.frame.Plane;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;

/**
 * Compares the fine detail of a target in input and output. The target is also cut into parts, so that a mask that
 * slipped is told from one that is there. Reuses its memory; used by one thread.
 */
final class SurvivalMeter {
    /** Detail is what is smaller than this share of the short side of a target. */
    private static final int FINEST_SHARE = 12;

    /** A box mean of this many times the deviation of a Gaussian smooths about as much. */
    private static final double BOX_OF_GAUSS = 1.7;

    /** Writing and whatever may hold writing is as fine as its letters, however large its area. */
    private static final double LARGEST_RADIUS = 7;

    /** Of larger targets every n-th pixel is enough; then the radius is at least so many samples. */
    private static final double FINEST_RADIUS = 4;

    /** What is left between more ink is too little to tell anything. */
    private static final double MOST_INK = 0.5;

    private static final int PART_PX = 16;
    private static final int MOST_PARTS = 4;
    private static final int SUMS = 6;

    private final HighPass input = new HighPass();
    private final HighPass output = new HighPass();
    private double[] sums = new double[0];

    /** Compares; empty when the target lies outside the picture. */
    Optional<Survival> measure(Plane before, Plane after, ProofTarget target) {
        return measure(before, after, target, List.of());
    }

    /**
     * Compares with the ink of prints and, where there is enough without, also without it, and tells the worse: ink makes
     * what is under it less like the input, and must not make a leak look like a mask.
     */
    Optional<Survival> measure(Plane before, Plane after, ProofTarget target, List<Print> prints) {
        PixelArea area = PixelArea.touching(target.box(), before.width(), before.height());
        if (area.isEmpty()) {
            return Optional.empty();
        }
        Survival all = compared(before, after, target, area, Optional.empty());
        PrintMask mask = PrintMask.of(area, prints);
        if (mask.isEmpty() || mask.share() > MOST_INK) {
            return Optional.of(all);
        }
        return Optional.of(worse(all, compared(before, after, target, area, Optional.of(mask))));
    }

    private static Survival worse(Survival one, Survival other) {
        boolean isOther = Exposure.of(one) != Exposure.EXPOSED
                && (Exposure.of(other) == Exposure.EXPOSED || other.correlation() > one.correlation());
        return isOther ? other : one;
    }

    private Survival compared(
            Plane before, Plane after, ProofTarget target, PixelArea area, Optional<PrintMask> prints) {
        double radius = radiusPx(target);
        int step = Math.max(1, (int) (radius / FINEST_RADIUS));
        int samples = (int) Math.max(1, Math.round(radius / step));
        // what is around a target is filmed in the output too and says nothing about it, so nothing of it is averaged
        Lattice lattice = Lattice.of(area, step);
        float[] was = input.measure(before, lattice, samples, prints);
        float[] is = output.measure(after, lattice, samples, prints);
        int columns = Math.clamp(area.width() / PART_PX, 1, MOST_PARTS);
        int rows = Math.clamp(area.height() / PART_PX, 1, MOST_PARTS);
        sums = sums.length < SUMS * columns * rows ? new double[SUMS * columns * rows] : sums;
        Arrays.fill(sums, 0);
        Optional<Interior> interior = target.polygon().map(polygon -> new Interior(polygon, lattice, samples));
        addAll(was, is, lattice, y -> counted(y, lattice, interior, prints), columns, rows);
        // of a polygon the rest of its box is as it was filmed, and ink is no cell
        boolean mayBeCells = interior.isEmpty() && prints.isEmpty();
        return survival(
                columns * rows,
                part -> mayBeCells && CellFit.isCells(before, after, area.part(part, columns, rows)),
                () -> mayBeCells && CellFit.isCells(before, after, area));
    }

    /** The samples of a row that count; empty when all do. */
    private static Optional<BitSet> counted(
            int row, Lattice lattice, Optional<Interior> interior, Optional<PrintMask> prints) {
        Optional<BitSet> inside = interior.map(shape -> (BitSet) shape.row(row).clone());
        Optional<BitSet> clear = prints.map(mask -> mask.clear(row, lattice));
        if (inside.isPresent() && clear.isPresent()) {
            inside.get().and(clear.get());
        }
        return inside.or(() -> clear);
    }

    private static double radiusPx(ProofTarget target) {
        double shortSide = Math.min(target.box().width(), target.box().height());
        double radius = BOX_OF_GAUSS * Math.max(1, shortSide / FINEST_SHARE);
        boolean isKnownShape =
                switch (target.kind()) {
                    case FACE, HEAD -> true;
                    case PERSON, PLATE, TEXT, LOGO, MOTION, ZONE -> false;
                };
        return isKnownShape ? radius : Math.min(LARGEST_RADIUS, radius);
    }

    private void addAll(
            float[] was, float[] is, Lattice lattice, IntFunction<Optional<BitSet>> counted, int columns, int rows) {
        for (int y = 0; y < lattice.rows(); y++) {
            Optional<BitSet> inside = counted.apply(y);
            int part = y * rows / lattice.rows() * columns;
            for (int column = 0; column < columns; column++) {
                int from = column * lattice.columns() / columns;
                int to = (column + 1) * lattice.columns() / columns;
                add(was, is, y * lattice.columns(), from, to, SUMS * (part + column), inside);
            }
        }
    }

    private void add(float[] was, float[] is, int start, int from, int to, int slot, Optional<BitSet> inside) {
        double a = 0;
        double b = 0;
        double aa = 0;
        double bb = 0;
        double ab = 0;
        int count = 0;
        for (int x = from; x < to; x++) {
            if (inside.isEmpty() || inside.get().get(x)) {
                float p = was[start + x];
                float q = is[start + x];
                a += p;
                b += q;
                aa += p * p;
                bb += q * q;
                ab += p * q;
                count++;
            }
        }
        sums[slot] += count;
        sums[slot + 1] += a;
        sums[slot + 2] += b;
        sums[slot + 3] += aa;
        sums[slot + 4] += bb;
        sums[slot + 5] += ab;
    }

    /** What parts and whole show; where that is nothing but cells, their likeness is that of the scene to its mask. */
    private Survival survival(int parts, IntPredicate isPartOfCells, BooleanSupplier isOfCells) {
        double[] all = new double[SUMS];
        double exposed = 0;
        for (int part = 0; part < parts; part++) {
            double[] one = Arrays.copyOfRange(sums, SUMS * part, SUMS * (part + 1));
            for (int i = 0; i < SUMS; i++) {
                all[i] += one[i];
            }
            exposed += Likeness.of(one).isSame() && !isPartOfCells.test(part) ? one[0] : 0;
        }
        Likeness whole = Likeness.of(all);
        boolean isExposed = Exposure.isThere(whole) && !isOfCells.getAsBoolean();
        double proven = isExposed ? whole.proven() : Math.min(whole.proven(), Exposure.LEAK_CORRELATION);
        return new Survival(
                whole.detail(), whole.correlation(), proven, whole.slope(), all[0] == 0 ? 0 : exposed / all[0]);
    }
}
