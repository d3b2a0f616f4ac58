package garim.engine.mask;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import garim.engine.frame.Box;
import garim.engine.frame.Frame;
import garim.engine.frame.MaskRule;
import garim.engine.frame.MaskStyle;
import garim.engine.frame.Point;
import garim.engine.frame.Polygon;
import garim.engine.frame.TargetKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

final class MaskedPartsTest {
    private static final int WIDTH = 61;
    private static final int HEIGHT = 47;
    private static final int WHITE = 255;

    private static MaskRegion random(Random random, int track) {
        MaskRule rule = new MaskRule(MaskStyle.SOLID, random.nextInt(3) * 0.1);
        double x = random.nextInt(80) - 10;
        double y = random.nextInt(60) - 10;
        if (random.nextBoolean()) {
            List<Point> corners = List.of(
                    new Point(x, y),
                    new Point(x + 5 + random.nextInt(20), y + random.nextInt(10)),
                    new Point(x + random.nextInt(10), y + 5 + random.nextInt(20)));
            return new MaskRegion(track, TargetKind.ZONE, new Polygon(corners), rule);
        }
        return new MaskRegion(
                track, TargetKind.FACE, new Box(x, y, 1 + random.nextInt(25), 1 + random.nextInt(25)), rule);
    }

    private static List<MaskRegion> regions(Random random) {
        List<MaskRegion> regions = new ArrayList<>();
        for (int track = 1; track <= random.nextInt(6); track++) {
            regions.add(random(random, track));
        }
        return regions;
    }

    private static Frame white() {
        Frame frame = Frame.allocate(WIDTH, HEIGHT, 0, 0);
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                frame.luma().put(x, y, WHITE);
            }
        }
        return frame;
    }

    /** Masks with one region after the other and looks which pixels it paints. */
    private static Map<Integer, List<Integer>> plain(List<MaskRegion> regions) {
        Map<Integer, TreeSet<Integer>> tracks = new HashMap<>();
        for (MaskRegion region : regions) {
            Frame frame = white();
            new Masker().cover(frame, List.of(region));
            for (int y = 0; y < HEIGHT; y++) {
                for (int x = 0; x < WIDTH; x++) {
                    if (frame.luma().at(x, y) != WHITE) {
                        tracks.computeIfAbsent(y * WIDTH + x, at -> new TreeSet<>())
                                .add(region.track());
                    }
                }
            }
        }
        Map<Integer, List<Integer>> result = new HashMap<>();
        tracks.forEach((at, set) -> result.put(at, List.copyOf(set)));
        return result;
    }

    @Test
    void everyPixelThatIsPaintedIsInTheOnePartOfItsTracks() {
        MaskedParts parts = new MaskedParts();
        for (int seed = 0; seed < 300; seed++) {
            List<MaskRegion> regions = regions(new Random(seed));
            Map<Integer, List<Integer>> found = new HashMap<>();
            for (MaskedPart part : parts.of(WIDTH, HEIGHT, regions)) {
                part.blocks().stream().forEach(block -> {
                    for (int i = 0; i < 4; i++) {
                        int x = 2 * (part.x() + block % part.width()) + i % 2;
                        int y = 2 * (part.y() + block / part.width()) + i / 2;
                        if (x < WIDTH && y < HEIGHT) {
                            assertTrue(found.put(y * WIDTH + x, part.tracks()) == null, "twice " + x + "," + y);
                        }
                    }
                });
            }
            assertEquals(plain(regions), found, "seed " + seed);
        }
    }

    @Test
    void aFrameWithoutMasksHasNoParts() {
        assertEquals(List.of(), new MaskedParts().of(WIDTH, HEIGHT, List.of()));
    }
}
