package garim.engine.detect.logo;

import java.util.ArrayList;
import java.util.List;

/**
 * A picture at full, half, quarter ... size, for samples without aliasing at any size.
 *
 * @param levels level i has 2^i pixels of the picture to one of its own
 */
record PictureScales(List<Gray> levels) {
    static PictureScales of(Gray picture, List<Octave> octaves) {
        List<Gray> levels = new ArrayList<>();
        levels.add(picture);
        octaves.stream()
                .filter(o -> o.step() > 1)
                .forEach(o -> levels.add(o.levels().getFirst()));
        return new PictureScales(levels);
    }

    /** The number of the coarsest level that still shows details of this many pixels of the picture. */
    int levelFor(double pixels) {
        int level = 0;
        while (level + 1 < levels.size() && 2 << level <= pixels) {
            level++;
        }
        return level;
    }

    int width() {
        return levels.getFirst().width();
    }

    int height() {
        return levels.getFirst().height();
    }
}
