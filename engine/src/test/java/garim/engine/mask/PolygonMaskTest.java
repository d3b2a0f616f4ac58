package garim.engine.mask;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import garim.engine.frame.Box;
import garim.engine.frame.Frame;
import garim.engine.frame.MaskRule;
import garim.engine.frame.MaskStyle;
import garim.engine.frame.Point;
import garim.engine.frame.Polygon;
import garim.engine.frame.TargetKind;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/** Inside a polygon everything is covered as in a box, outside it nothing is touched. */
final class PolygonMaskTest {
    private static final MaskRule SOLID = new MaskRule(MaskStyle.SOLID, 0);

    @RepeatedTest(150)
    void coversExactlyTheBlocksThatThePlainTwinFinds(RepetitionInfo run) {
        Random random = new Random(run.getCurrentRepetition());
        Frame frame = MaskerTest.noise(1 + random.nextInt(90), 1 + random.nextInt(70));
        double margin = random.nextBoolean() ? 0 : random.nextDouble() * 0.5;
        MaskStyle style = List.of(MaskStyle.values()).get(random.nextInt(3));
        Polygon polygon = randomPolygon(random, frame);
        Frame box = MaskerTest.noise(frame.width(), frame.height());
        int[][][] before = samples(frame);

        new Masker().cover(frame, List.of(new MaskRegion(1, TargetKind.ZONE, polygon, new MaskRule(style, margin))));
        new Masker()
                .cover(box, List.of(new MaskRegion(1, TargetKind.ZONE, polygon.bounds(), new MaskRule(style, margin))));

        boolean[][] touched = PlainPolygon.blocks(
                polygon, margin, frame.cb().width(), frame.cb().height());
        int[][][] after = samples(frame);
        int[][][] painted = samples(box);
        for (int plane = 0; plane < after.length; plane++) {
            int side = plane == 0 ? 2 : 1;
            for (int y = 0; y < after[plane].length; y++) {
                for (int x = 0; x < after[plane][y].length; x++) {
                    int expected = touched[y / side][x / side] ? painted[plane][y][x] : before[plane][y][x];
                    assertEquals(
                            expected,
                            after[plane][y][x],
                            "seed " + run.getCurrentRepetition() + " plane " + plane + " at " + x + "," + y);
                }
            }
        }
    }

    @Test
    void aPolygonOnEvenPixelsCoversWhatTheBoxWould() {
        Frame polygon = MaskerTest.noise(100, 80);
        Frame box = MaskerTest.noise(100, 80);
        List<Point> corners = List.of(new Point(10, 20), new Point(50, 20), new Point(50, 60), new Point(10, 60));
        new Masker().cover(polygon, List.of(new MaskRegion(1, TargetKind.ZONE, new Polygon(corners), SOLID)));
        new Masker().cover(box, List.of(new MaskRegion(1, TargetKind.ZONE, new Box(10, 20, 40, 40), SOLID)));
        for (int plane = 0; plane < 3; plane++) {
            assertArrayEquals(samples(box)[plane], samples(polygon)[plane]);
        }
    }

    @Test
    void linesThatCrossLeaveNoHole() {
        Frame frame = MaskerTest.noise(100, 100);
        List<Point> star = IntStream.range(0, 5)
                .mapToObj(i -> Math.toRadians(144.0 * i - 90))
                .map(angle -> new Point(50 + 40 * Math.cos(angle), 50 + 40 * Math.sin(angle)))
                .toList();
        new Masker().cover(frame, List.of(new MaskRegion(1, TargetKind.ZONE, new Polygon(star), SOLID)));
        assertEquals(16, frame.luma().at(50, 50));
        assertEquals(128, frame.cb().at(25, 25));
    }

    @Test
    void aPolygonThinnerThanAPixelIsCoveredAllAlong() {
        Frame frame = MaskerTest.noise(100, 100);
        List<Point> sliver = List.of(new Point(5.1, 5.1), new Point(90.1, 80.1), new Point(5.2, 5.2));
        new Masker().cover(frame, List.of(new MaskRegion(1, TargetKind.ZONE, new Polygon(sliver), SOLID)));
        for (double share = 0; share <= 1; share += 0.001) {
            int x = (int) (5.15 + share * 84.9);
            int y = (int) (5.15 + share * 74.9);
            assertEquals(16, frame.luma().at(x, y), x + "," + y);
        }
    }

    @Test
    void aPolygonThatHoldsThePictureCoversItAll() {
        Frame frame = MaskerTest.noise(99, 51);
        List<Point> corners = List.of(new Point(-500, -50), new Point(500, -80), new Point(50, 900));
        new Masker().cover(frame, List.of(new MaskRegion(1, TargetKind.ZONE, new Polygon(corners), SOLID)));
        for (int[] row : PlainMask.samples(frame.luma())) {
            assertTrue(IntStream.of(row).allMatch(value -> value == 16));
        }
    }

    private static Polygon randomPolygon(Random random, Frame frame) {
        boolean isOnPixels = random.nextInt(4) == 0;
        return new Polygon(IntStream.range(0, 3 + random.nextInt(5))
                .mapToObj(i -> new Point(
                        coordinate(random, frame.width(), isOnPixels), coordinate(random, frame.height(), isOnPixels)))
                .toList());
    }

    private static double coordinate(Random random, int side, boolean isOnPixels) {
        double value = (random.nextDouble() * 1.6 - 0.3) * side;
        return isOnPixels ? Math.round(value) : value;
    }

    private static int[][][] samples(Frame frame) {
        return new int[][][] {
            PlainMask.samples(frame.luma()), PlainMask.samples(frame.cb()), PlainMask.samples(frame.cr())
        };
    }
}
