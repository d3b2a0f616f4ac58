package garim.engine.proof;

import garim.engine.frame.Box;
import garim.engine.frame.Plane;

/**
 * How much fine detail an output shows somewhere, whatever the input showed there: cells are flat but for their edges,
 * what was filmed is busy everywhere. Reuses its memory.
 */
public final class OutputDetail {
    private static final int SHARE = 24;

    /** Levels of brightness; less is noise of a codec. */
    private static final float VISIBLE = 3;

    private final HighPass highPass = new HighPass();

    /** Share of the samples that differ visibly from those around them, 0-1; 0 outside the picture. */
    public double of(Plane plane, Box box) {
        PixelArea area = PixelArea.touching(box, plane.width(), plane.height());
        if (area.isEmpty()) {
            return 0;
        }
        int step = Math.max(1, area.shortSide() / (4 * SHARE));
        Lattice lattice = Lattice.of(area, step);
        float[] detail = highPass.measure(plane, lattice, Math.max(1, area.shortSide() / (SHARE * step)));
        int busy = 0;
        int count = lattice.columns() * lattice.rows();
        for (int i = 0; i < count; i++) {
            busy += Math.abs(detail[i]) >= VISIBLE ? 1 : 0;
        }
        return (double) busy / count;
    }
}
