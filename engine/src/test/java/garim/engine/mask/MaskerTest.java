package garim.engine.mask;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import garim.engine.frame.Box;
import garim.engine.frame.Frame;
import garim.engine.frame.MaskRule;
import garim.engine.frame.MaskStyle;
import garim.engine.frame.Plane;
import garim.engine.frame.TargetKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a masked target keeps of itself. */
final class MaskerTest {
    private static final MaskRule MOSAIC = new MaskRule(MaskStyle.MOSAIC, 0.25);
    private static final MaskRule BLUR = new MaskRule(MaskStyle.BLUR, 0.25);
    private static final MaskRule SOLID = new MaskRule(MaskStyle.SOLID, 0.25);

    @ParameterizedTest
    @ValueSource(ints = {16, 20, 40, 100, 200, 400})
    void leavesAtMostSixCellsAcrossAFaceOfAnySize(int size) {
        Frame frame = noise(640, 480);

        new Masker().cover(frame, List.of(face(new Box(100, 40, size, size), MOSAIC)));

        int parts = valuesInRow(frame.luma(), 100, Math.min(640, 100 + size), 48);
        assertTrue(parts <= MaskStrength.MAX_CELLS, "parts of cells in a row: " + parts);
    }

    @ParameterizedTest
    @ValueSource(ints = {16, 20, 40, 100, 200, 400})
    void makesNoCellOfAFaceSmallerThanEightPixels(int size) {
        CellGrid grid = CellGrid.of(TargetKind.FACE, new Box(103.3, 41.7, size, 1.3 * size), 0.25, 640, 480);
        for (int column = 0; column < grid.columns(); column++) {
            assertTrue(grid.left(column + 1) - grid.left(column) >= MaskStrength.MIN_CELL_PX);
        }
        for (int row = 0; row < grid.rows(); row++) {
            assertTrue(grid.top(row + 1) - grid.top(row) >= MaskStrength.MIN_CELL_PX);
        }
    }

    /** Of a scene that moves, boxes of all sizes lie over each other; the cells of small ones would draw it. */
    @Test
    void manyMasksOverEachOtherShowNoMoreThanTheLargest() {
        Random random = new Random(5);
        List<MaskRegion> regions = new ArrayList<>();
        regions.add(new MaskRegion(50, TargetKind.MOTION, new Box(100, 100, 300, 200), MOSAIC));
        for (int track = 0; track < 40; track++) {
            Box small = new Box(100 + random.nextInt(260), 100 + random.nextInt(160), 40, 40);
            regions.add(new MaskRegion(track, TargetKind.MOTION, small, MOSAIC));
        }
        Frame alone = noise(640, 480);
        new Masker().cover(alone, regions.subList(0, 1));
        for (int round = 0; round < 5; round++) {
            Collections.shuffle(regions, random);
            Frame all = noise(640, 480);
            new Masker().cover(all, regions);
            for (int y = 100; y < 300; y++) {
                for (int x = 100; x < 400; x++) {
                    assertEquals(alone.luma().at(x, y), all.luma().at(x, y));
                }
            }
        }
    }

    @Test
    void aSolidMaskLiesOnTopOfALargerMosaic() {
        Box box = new Box(200, 200, 40, 20);
        MaskRegion plate = new MaskRegion(1, TargetKind.PLATE, box, SOLID);
        MaskRegion person = new MaskRegion(2, TargetKind.PERSON, new Box(150, 100, 200, 300), MOSAIC);
        Frame frame = noise(640, 480);
        new Masker().cover(frame, List.of(plate, person));
        assertEquals(16, frame.luma().at(220, 210));
    }

    /** A point of light shows how wide a blur smears; dashcam tools with a fixed kernel smear ever less of a large face. */
    @ParameterizedTest
    @ValueSource(ints = {40, 100, 200, 400})
    void blursALargeFaceAsMuchAsASmallOne(int size) {
        Frame frame = Frame.allocate(800, 800, 0, 0);
        int spot = size / 10;
        for (int y = 0; y < spot; y++) {
            for (int x = 0; x < spot; x++) {
                frame.luma().put(400 + x, 400 + y, 255);
            }
        }
        new Masker().cover(frame, List.of(face(new Box(400 - size / 2.0, 400 - size / 2.0, size, size), BLUR)));

        int peak = brightestInRow(frame.luma(), 402);
        assertTrue(peak > 0, "the light is gone");
        int wide = 0;
        for (int x = 0; x < 800; x++) {
            wide += 2 * frame.luma().at(x, 402) >= peak ? 1 : 0;
        }
        assertTrue(wide >= size / MaskStrength.MAX_CELLS, wide + " px of " + size);
    }

    /** One pixel of a cell, as one tool takes, shimmers and lets single pixels of the face through. */
    @Test
    void givesACellTheMeanOfAllItsPixels() {
        Frame frame = noise(200, 200);
        CellGrid grid = CellGrid.of(TargetKind.FACE, new Box(50, 50, 80, 80), 0, 200, 200);
        int mean = PlainMask.mean(PlainMask.samples(frame.luma()), grid, 1, 0);

        new Masker().cover(frame, List.of(face(new Box(50, 50, 80, 80), new MaskRule(MaskStyle.MOSAIC, 0))));

        assertEquals(mean, frame.luma().at(grid.left(1), grid.top(0)));
        assertEquals(mean, frame.luma().at(grid.left(2) - 1, grid.top(1) - 1));
    }

    @ParameterizedTest
    @ValueSource(ints = {4, 6, 8, 12, 14})
    void turnsASmallTargetIntoOneColour(int size) {
        Frame frame = noise(200, 200);
        new Masker().cover(frame, List.of(face(new Box(50, 50, size, size + 2), MOSAIC)));
        assertEquals(
                1, valuesInside(frame.luma(), new Box(50, 50, size, size + 2)).size());
    }

    /** Six cells over the height of a letter can be read, so writing keeps one colour whatever the user chose. */
    @ParameterizedTest
    @EnumSource(
            value = TargetKind.class,
            names = {"PLATE", "TEXT", "LOGO", "ZONE"})
    void leavesOneColourOfWritingInEveryStyle(TargetKind kind) {
        Box sign = new Box(20, 30, 150, 80);
        for (MaskRule rule : List.of(MOSAIC, BLUR, SOLID)) {
            Frame frame = noise(200, 200);
            new Masker().cover(frame, List.of(new MaskRegion(1, kind, sign, rule)));
            assertEquals(1, valuesInside(frame.luma(), sign).size(), rule.toString());
            assertEquals(1, valuesInside(frame.cb(), new Box(10, 15, 75, 40)).size(), rule.toString());
        }
    }

    @ParameterizedTest
    @EnumSource(MaskStyle.class)
    void coversTargetsThatTouchOrCrossEveryBorder(MaskStyle style) {
        List<Box> faces = List.of(
                new Box(-30, 100, 50, 60),
                new Box(300, 100, 50, 60),
                new Box(100, -30, 50, 60),
                new Box(100, 215, 50, 60),
                new Box(-20, -20, 60, 60),
                new Box(290, 210, 60, 60),
                new Box(-20, 210, 60, 60),
                new Box(290, -20, 60, 60),
                new Box(0, 0, 50, 60),
                new Box(271, 181, 50, 60),
                new Box(-500, -500, 2000, 2000));
        for (Box face : faces) {
            Frame frame = noise(321, 241);
            int[][] before = PlainMask.samples(frame.luma());
            int[][] colour = PlainMask.samples(frame.cb());
            new Masker().cover(frame, List.of(face(face, new MaskRule(style, 0))));
            Box seen = face.clamp(321, 241);
            assertTrue(changedShare(before, frame.luma(), seen) > 0.9, face + " " + style);
            Box seenColour = new Box(seen.x() / 2, seen.y() / 2, seen.width() / 2, seen.height() / 2);
            assertTrue(changedShare(colour, frame.cb(), seenColour) > 0.9, face + " " + style);
        }
    }

    /** Several tools draw an ellipse into the box and leave hair, ears and chin in its corners. */
    @ParameterizedTest
    @EnumSource(MaskStyle.class)
    void coversTheCornersOfTheBox(MaskStyle style) {
        Frame frame = noise(200, 200);
        int[][] before = PlainMask.samples(frame.luma());
        new Masker().cover(frame, List.of(face(new Box(60, 60, 80, 80), new MaskRule(style, 0))));
        for (int corner = 0; corner < 4; corner++) {
            Box part = new Box(corner % 2 == 0 ? 60 : 130, corner < 2 ? 60 : 130, 10, 10);
            assertTrue(changedShare(before, frame.luma(), part) > 0.9, "corner " + corner);
        }
    }

    /** One tool covers the twenty strongest of a frame; a crowd goes through. */
    @ParameterizedTest
    @ValueSource(ints = {25, 60, 500})
    void coversEveryFaceOfACrowd(int count) {
        Frame frame = noise(1280, 720);
        int[][] before = PlainMask.samples(frame.luma());
        List<MaskRegion> crowd = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            crowd.add(new MaskRegion(i + 1, TargetKind.FACE, new Box(40 * (i % 32), 40 * (i / 32), 24, 24), MOSAIC));
        }
        new Masker().cover(frame, crowd);
        for (MaskRegion region : crowd) {
            assertTrue(changedShare(before, frame.luma(), region.target()) > 0.9, region.toString());
        }
    }

    /** Some tools skip boxes under 12 pixels. */
    @ParameterizedTest
    @ValueSource(ints = {1, 4, 6, 8, 10, 12})
    void coversTinyTargetsInEveryStyle(int size) {
        for (MaskStyle style : MaskStyle.values()) {
            Frame frame = noise(100, 100);
            int[][] before = PlainMask.samples(frame.luma());
            new Masker().cover(frame, List.of(face(new Box(31, 47, size, size), new MaskRule(style, 0.25))));
            assertTrue(changedShare(before, frame.luma(), new Box(31, 47, size, size)) > 0.7, style + " " + size);
        }
    }

    @Test
    void paintsNothingForATargetOutsideThePicture() {
        Frame frame = noise(100, 100);
        int[][] before = PlainMask.samples(frame.luma());
        new Masker().cover(frame, List.of(face(new Box(150, 10, 20, 20), MOSAIC)));
        assertEquals(0, changedShare(before, frame.luma(), new Box(0, 0, 100, 100)));
    }

    @Test
    void survivesBoxesThatReachAbsurdlyFar() {
        Frame frame = noise(100, 100);
        int[][] before = PlainMask.samples(frame.luma());
        new Masker().cover(frame, List.of(face(new Box(-1e9, 20, 2e9, 60), MOSAIC)));
        assertTrue(changedShare(before, frame.luma(), new Box(0, 20, 100, 60)) > 0.9);
    }

    @Test
    void changesNoPixelOutsideTheMargin() {
        Frame frame = noise(200, 200);
        int[][] before = PlainMask.samples(frame.luma());
        new Masker().cover(frame, List.of(face(new Box(80, 80, 40, 40), MOSAIC)));
        for (int y = 0; y < 200; y++) {
            for (int x = 0; x < 200; x++) {
                if (x < 70 || x >= 130 || y < 70 || y >= 130) {
                    assertEquals(before[y][x], frame.luma().at(x, y));
                }
            }
        }
    }

    /** What is evaluated and reviewed is what is painted. */
    @ParameterizedTest
    @EnumSource(MaskStyle.class)
    void paintsExactlyTheRectangleThatIsReported(MaskStyle style) {
        Random random = new Random(7);
        for (int i = 0; i < 100; i++) {
            Box target = new Box(
                    random.nextDouble(-40, 160),
                    random.nextDouble(-40, 110),
                    random.nextDouble(1, 90),
                    random.nextDouble(1, 90));
            Frame frame = noise(161, 111);
            int[][] before = PlainMask.samples(frame.luma());
            new Masker().cover(frame, List.of(face(target, new MaskRule(style, 0.1))));
            PixelRect painted = PixelRect.covering(target, 0.1, 161, 111);
            Box all = new Box(0, 0, 161, 111);
            double outside = changedShare(before, frame.luma(), all) * all.area()
                    - (painted.isEmpty()
                            ? 0
                            : changedShare(before, frame.luma(), painted.toBox())
                                    * painted.toBox().area());
            assertEquals(0, outside, 1e-6, target.toString());
            assertTrue(
                    painted.isEmpty() || changedShare(before, frame.luma(), painted.toBox()) > 0.7, target.toString());
        }
    }

    @Test
    void coversColourAsWellAsBrightness() {
        Frame frame = noise(200, 200);
        int[][] before = PlainMask.samples(frame.cb());
        new Masker().cover(frame, List.of(face(new Box(80, 80, 40, 40), MOSAIC)));
        assertTrue(changedShare(before, frame.cb(), new Box(40, 40, 20, 20)) > 0.9);
    }

    @Test
    void solidIsTheSameForEveryPicture() {
        Frame first = noise(100, 100);
        Frame second = Frame.allocate(100, 100, 0, 0);
        MaskRegion plate =
                new MaskRegion(1, TargetKind.PLATE, new Box(20, 20, 40, 12), new MaskRule(MaskStyle.SOLID, 0.2));
        new Masker().cover(first, List.of(plate));
        new Masker().cover(second, List.of(plate));
        assertEquals(second.luma().at(30, 25), first.luma().at(30, 25));
        assertEquals(16, first.luma().at(30, 25));
        assertEquals(128, first.cb().at(15, 12));
    }

    @Test
    void wholeFrameMosaicLeavesSixCellsOverTheShortSide() {
        Frame frame = noise(640, 360);
        new Masker().coverWhole(frame);
        assertTrue(valuesInColumn(frame.luma(), 10) <= 6);
        assertNotEquals(0, frame.luma().at(0, 0));
    }

    /** Else a second of masks can be added up to a sharper face. */
    @ParameterizedTest
    @EnumSource(
            value = MaskStyle.class,
            names = {"MOSAIC", "BLUR"})
    void keepsTheColoursOfATargetWhileItMoves(MaskStyle style) {
        Masker masker = new Masker();
        Set<List<Integer>> colours = new HashSet<>();
        for (int index = 0; index < 4 * MaskStrength.HOLD_FRAMES; index++) {
            Frame frame = noise(320, 240, index);
            Box face = new Box(40 + 2 * index, 20 + index / 2 * 2, 64, 80);
            masker.cover(frame, List.of(face(face, new MaskRule(style, 0))));
            colours.add(samplesOf(frame, face));
        }
        assertTrue(colours.size() <= 5, colours.size() + " sets of colours in five stretches");
    }

    /** Segments of a file may be rendered in parallel. */
    @Test
    void givesTheSamePictureWhenItStartsAStretchEarlier() {
        Masker fromTheStart = new Masker();
        Masker late = new Masker();
        for (int index = 0; index < 90; index++) {
            Frame one = noise(160, 120, index);
            fromTheStart.cover(one, walkers(index));
            if (index > 60 - MaskStrength.HOLD_FRAMES) {
                Frame other = noise(160, 120, index);
                late.cover(other, walkers(index));
                if (index >= 60) {
                    assertArrayEquals(PlainMask.samples(one.luma()), PlainMask.samples(other.luma()), "frame " + index);
                }
            }
        }
    }

    @Test
    void forgetsTheColoursOfATrackAfterItsStretch() {
        Masker masker = new Masker();
        Frame early = noise(100, 100, 0);
        Frame late = noise(100, 100, 10 * MaskStrength.HOLD_FRAMES);
        Frame alone = noise(100, 100, 10 * MaskStrength.HOLD_FRAMES);
        List<MaskRegion> face = List.of(face(new Box(20, 20, 48, 48), MOSAIC));
        masker.cover(early, face);
        masker.cover(late, face);
        new Masker().cover(alone, face);
        assertArrayEquals(PlainMask.samples(alone.luma()), PlainMask.samples(late.luma()));
        assertFalse(Arrays.deepEquals(PlainMask.samples(early.luma()), PlainMask.samples(late.luma())));
    }

    private static List<MaskRegion> walkers(int index) {
        return List.of(
                new MaskRegion(1, TargetKind.FACE, new Box(index, 10, 30, 40), MOSAIC),
                new MaskRegion(2, TargetKind.FACE, new Box(90 - index, 30, 40, 40), BLUR),
                new MaskRegion(3, TargetKind.PERSON, new Box(20, index, 50, 90), MOSAIC));
    }

    private static List<Integer> samplesOf(Frame frame, Box face) {
        List<Integer> samples = new ArrayList<>();
        for (int y = (int) face.y(); y < face.bottom(); y++) {
            for (int x = (int) face.x(); x < face.right(); x++) {
                samples.add(frame.luma().at(x, y));
            }
        }
        return samples;
    }

    static MaskRegion face(Box target, MaskRule rule) {
        return new MaskRegion(1, TargetKind.FACE, target, rule);
    }

    static Frame noise(int width, int height) {
        return noise(width, height, 0);
    }

    private static Frame noise(int width, int height, int index) {
        Frame frame = Frame.allocate(width, height, index, index);
        Random random = new Random(width * 31L + height + 1009L * index);
        for (Plane plane : List.of(frame.luma(), frame.cb(), frame.cr())) {
            byte[] bytes = new byte[plane.stride() * plane.height()];
            random.nextBytes(bytes);
            plane.bytes().put(0, bytes);
        }
        return frame;
    }

    private static double changedShare(int[][] before, Plane after, Box area) {
        int changed = 0;
        int all = 0;
        for (int y = (int) area.y(); y < area.bottom(); y++) {
            for (int x = (int) area.x(); x < area.right(); x++) {
                changed += before[y][x] == after.at(x, y) ? 0 : 1;
                all++;
            }
        }
        return (double) changed / all;
    }

    private static Set<Integer> valuesInside(Plane plane, Box area) {
        Set<Integer> values = new TreeSet<>();
        for (int y = (int) area.y(); y < area.bottom(); y++) {
            for (int x = (int) area.x(); x < area.right(); x++) {
                values.add(plane.at(x, y));
            }
        }
        return values;
    }

    private static int brightestInRow(Plane plane, int y) {
        int peak = 0;
        for (int x = 0; x < plane.width(); x++) {
            peak = Math.max(peak, plane.at(x, y));
        }
        return peak;
    }

    private static int valuesInRow(Plane plane, int from, int to, int y) {
        int runs = 1;
        for (int x = from + 1; x < to; x++) {
            runs += plane.at(x, y) == plane.at(x - 1, y) ? 0 : 1;
        }
        return runs;
    }

    private static int valuesInColumn(Plane plane, int x) {
        int runs = 1;
        for (int y = 1; y < plane.height(); y++) {
            runs += plane.at(x, y) == plane.at(x, y - 1) ? 0 : 1;
        }
        return runs;
    }
}
