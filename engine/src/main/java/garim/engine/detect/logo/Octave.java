package garim.engine.detect.logo;

import java.util.ArrayList;
import java.util.List;

/**
 * An octave is a picture at rising blur, up to twice the blur and a bit more.
 *
 * @param step pixels of the original from one pixel of the octave to the next
 * @param levels blurred by {@link #sigma} of their number
 */
record Octave(double step, List<Gray> levels) {
    /** Blurs from one octave to the next. */
    static final int STEPS = 3;

    private static final double FIRST_SIGMA = 1.6;
    private static final double CAMERA_SIGMA = 0.5;
    private static final int SMALLEST = 12;

    /** Blur of a level, in pixels of the octave. */
    static double sigma(double level) {
        return FIRST_SIGMA * Math.pow(2, level / STEPS);
    }

    /** The octaves of a picture, from its own size or twice that down to a few pixels. */
    static List<Octave> of(Gray picture, boolean enlarged) {
        List<Octave> octaves = new ArrayList<>();
        double step = enlarged ? 0.5 : 1;
        double camera = CAMERA_SIGMA / step;
        Gray first = enlarged ? picture.twice() : picture;
        first = first.blurred(Math.sqrt(FIRST_SIGMA * FIRST_SIGMA - camera * camera));
        while (Math.min(first.width(), first.height()) >= SMALLEST) {
            Octave octave = new Octave(step, blurs(first));
            octaves.add(octave);
            first = octave.levels.get(STEPS).half();
            step *= 2;
        }
        return octaves;
    }

    private static List<Gray> blurs(Gray first) {
        List<Gray> levels = new ArrayList<>();
        levels.add(first);
        for (int i = 1; i < STEPS + 3; i++) {
            double more = Math.sqrt(sigma(i) * sigma(i) - sigma(i - 1) * sigma(i - 1));
            levels.add(levels.get(i - 1).blurred(more));
        }
        return levels;
    }
}
