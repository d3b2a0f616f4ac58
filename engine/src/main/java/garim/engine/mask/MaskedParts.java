package garim.engine.mask;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/** Parts what a frame's masks cover by the tracks that cover it. Used by one thread at a time. */
public final class MaskedParts {
    /** Where the blocks of one set of tracks are. */
    private static final class Bounds {
        private int left = Integer.MAX_VALUE;
        private int top = Integer.MAX_VALUE;
        private int right;
        private int bottom;

        void add(int x, int y) {
            left = Math.min(left, x);
            top = Math.min(top, y);
            right = Math.max(right, x + 1);
            bottom = Math.max(bottom, y + 1);
        }
    }

    private final List<List<Integer>> sets = new ArrayList<>(List.of(List.of()));
    private final Map<Long, Integer> steps = new HashMap<>();
    private final Map<List<Integer>, Integer> numbers = new HashMap<>();
    private int[] setOf = new int[0];

    /** The parts of a frame; they do not overlap, and together they are all that the masks cover. */
    public List<MaskedPart> of(int pictureWidth, int pictureHeight, List<MaskRegion> regions) {
        int columns = (pictureWidth + 1) / 2;
        int rows = (pictureHeight + 1) / 2;
        begin(columns * rows);
        PixelRect touched = new PixelRect(0, 0, 0, 0);
        for (MaskRegion region : regions) {
            PixelRect painted =
                    PixelRect.covering(region.target(), region.rule().margin(), pictureWidth, pictureHeight);
            if (!painted.isEmpty()) {
                add(region, painted.halved(), columns);
                touched = touched.isEmpty() ? painted : bounds(touched, painted);
            }
        }
        return touched.isEmpty() ? List.of() : parts(touched.halved(), columns);
    }

    private void begin(int blocks) {
        setOf = setOf.length == blocks ? setOf : new int[blocks];
        Arrays.fill(setOf, 0);
        sets.clear();
        sets.add(List.of());
        steps.clear();
        numbers.clear();
    }

    private static PixelRect bounds(PixelRect one, PixelRect other) {
        int x = Math.min(one.x(), other.x());
        int y = Math.min(one.y(), other.y());
        int right = Math.max(one.x() + one.width(), other.x() + other.width());
        int bottom = Math.max(one.y() + one.height(), other.y() + other.height());
        return new PixelRect(x, y, right - x, bottom - y);
    }

    private void add(MaskRegion region, PixelRect blocks, int columns) {
        Optional<PolygonBlocks> polygon = region.polygon()
                .map(shape -> new PolygonBlocks(shape, region.rule().margin(), blocks));
        for (int y = 0; y < blocks.height(); y++) {
            int row = blocks.y() + y;
            Optional<BitSet> inside = polygon.map(shape -> shape.row(row));
            for (int x = 0; x < blocks.width(); x++) {
                int column = x;
                if (inside.isEmpty() || inside.filter(set -> set.get(column)).isPresent()) {
                    int at = row * columns + blocks.x() + x;
                    setOf[at] = with(setOf[at], region.track());
                }
            }
        }
    }

    /** The number of a set of tracks with one more. */
    private int with(int set, int track) {
        return steps.computeIfAbsent(((long) set << Integer.SIZE) | track, step -> {
            TreeSet<Integer> longer = new TreeSet<>(sets.get(set));
            longer.add(track);
            return numbers.computeIfAbsent(List.copyOf(longer), tracks -> {
                sets.add(tracks);
                return sets.size() - 1;
            });
        });
    }

    private List<MaskedPart> parts(PixelRect touched, int columns) {
        Map<Integer, Bounds> found = new TreeMap<>();
        for (int y = touched.y(); y < touched.y() + touched.height(); y++) {
            for (int x = touched.x(); x < touched.x() + touched.width(); x++) {
                int set = setOf[y * columns + x];
                if (set != 0) {
                    found.computeIfAbsent(set, number -> new Bounds()).add(x, y);
                }
            }
        }
        return found.entrySet().stream()
                .map(entry -> part(entry.getKey(), entry.getValue(), columns))
                .toList();
    }

    private MaskedPart part(int set, Bounds bounds, int columns) {
        int width = bounds.right - bounds.left;
        int height = bounds.bottom - bounds.top;
        BitSet blocks = new BitSet(width * height);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                if (setOf[(bounds.top + y) * columns + bounds.left + x] == set) {
                    blocks.set(y * width + x);
                }
            }
        }
        return new MaskedPart(sets.get(set), bounds.left, bounds.top, width, height, blocks);
    }
}
