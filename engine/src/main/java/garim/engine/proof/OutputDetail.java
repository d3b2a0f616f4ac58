package garim.engine.proof;

import garim.engine.frame.Box;
import garim.engine.frame.Plane;

/** How much fine detail an output shows somewhere, whatever the input showed there. Reuses its memory. */
public final class OutputDetail {
    private static final int SHARE = 24;

    private final HighPass highPass = new HighPass();

    /** Root mean square of what each sample differs from those around it, in levels of brightness; 0 outside the picture. */
    public double of(Plane plane, Box box) {
        PixelArea area = PixelArea.touching(box, plane.width(), plane.height());
        if (area.isEmpty()) {
            return 0;
        }
        int step = Math.max(1, area.shortSide() / (4 * SHARE));
        Lattice lattice = Lattice.of(area, step);
        float[] detail = highPass.measure(plane, lattice, Math.max(1, area.shortSide() / (SHARE * step)));
        double sum = 0;
        int count = lattice.columns() * lattice.rows();
        for (int i = 0; i < count; i++) {
            sum += detail[i] * detail[i];
        }
        return Math.sqrt(sum / count);
    }
}
