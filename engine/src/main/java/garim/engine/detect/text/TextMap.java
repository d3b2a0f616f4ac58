package garim.engine.detect.text;

import java.nio.FloatBuffer;
import java.util.List;
import java.util.Optional;

/**
 * A text map says for every cell how probably it is the shrunken core of writing; its areas are found by threshold.
 *
 * @param cellThreshold cells above it belong to writing, 0-1
 * @param areaThreshold lowest mean of an area kept, 0-1
 * @param unclip how far an area is moved outwards, see {@link TextArea#unclip}
 */
public record TextMap(double cellThreshold, double areaThreshold, double unclip) {
    private static final double THINNEST = 2;
    private static final int FEWEST_CELLS = 6;

    public TextMap {
        if (!(cellThreshold > 0 && cellThreshold < 1 && areaThreshold >= 0 && areaThreshold <= 1 && unclip >= 0)) {
            throw new IllegalArgumentException("thresholds " + cellThreshold + ", " + areaThreshold + ", " + unclip);
        }
    }

    /** The areas of a map, in cells. */
    public List<TextArea> areas(FloatBuffer map, int columns, int rows) {
        return Patches.of(map, columns, rows, cellThreshold).stream()
                .filter(patch -> patch.cells() >= FEWEST_CELLS && patch.mean() >= areaThreshold)
                .flatMap(patch -> area(patch).stream())
                .toList();
    }

    private Optional<TextArea> area(Patch patch) {
        TextArea core = Hull.of(patch.corners()).smallestRectangle(Math.min(1, patch.mean()));
        return Optional.of(core)
                .filter(a -> Math.min(a.length(), a.thickness()) >= THINNEST)
                .map(a -> a.unclip(unclip));
    }
}
