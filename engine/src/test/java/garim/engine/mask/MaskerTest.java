package garim.engine.mask;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import garim.engine.frame.Box;
import garim.engine.frame.Frame;
import garim.engine.frame.MaskRule;
import garim.engine.frame.MaskStyle;
import garim.engine.frame.Plane;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a masked target keeps of itself. */
final class MaskerTest {
    private static final MaskRule MOSAIC = new MaskRule(MaskStyle.MOSAIC, 0.25);

    @ParameterizedTest
    @ValueSource(ints = {16, 20, 40, 100, 200, 400})
    void leavesAtMostSixCellsAcrossAFaceOfAnySize(int size) {
        Frame frame = noise(640, 480);
        Box face = new Box(100, 40, size, size);

        new Masker().cover(frame, List.of(new MaskRegion(face, MOSAIC)));

        assertTrue(valuesInRow(frame.luma(), 100, Math.min(640, 100 + size), 48) <= 7, "cells in a row");
        PixelRect painted = PixelRect.covering(face, 0.25, 640, 480);
        assertTrue(size / (double) MaskStrength.cellPx(face, painted) <= MaskStrength.MAX_CELLS);
    }

    @Test
    void turnsASmallTargetIntoOneColour() {
        Frame frame = noise(200, 200);
        new Masker().cover(frame, List.of(new MaskRegion(new Box(50, 50, 12, 14), MOSAIC)));
        Set<Integer> values = new HashSet<>();
        for (int y = 50; y < 64; y++) {
            for (int x = 50; x < 62; x++) {
                values.add(frame.luma().at(x, y));
            }
        }
        assertEquals(1, values.size());
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
                new Box(290, 210, 60, 60));
        for (Box face : faces) {
            Frame frame = noise(321, 241);
            int[][] before = PlainMask.samples(frame.luma());
            new Masker().cover(frame, List.of(new MaskRegion(face, new MaskRule(style, 0))));
            assertTrue(changedShare(before, frame.luma(), face.clamp(321, 241)) > 0.9, face + " " + style);
        }
    }

    @Test
    void paintsNothingForATargetOutsideThePicture() {
        Frame frame = noise(100, 100);
        int[][] before = PlainMask.samples(frame.luma());
        new Masker().cover(frame, List.of(new MaskRegion(new Box(150, 10, 20, 20), MOSAIC)));
        assertEquals(0, changedShare(before, frame.luma(), new Box(0, 0, 100, 100)));
    }

    @Test
    void changesNoPixelOutsideTheMargin() {
        Frame frame = noise(200, 200);
        int[][] before = PlainMask.samples(frame.luma());
        new Masker().cover(frame, List.of(new MaskRegion(new Box(80, 80, 40, 40), MOSAIC)));
        for (int y = 0; y < 200; y++) {
            for (int x = 0; x < 200; x++) {
                if (x < 70 || x >= 130 || y < 70 || y >= 130) {
                    assertEquals(before[y][x], frame.luma().at(x, y));
                }
            }
        }
    }

    @Test
    void coversColourAsWellAsBrightness() {
        Frame frame = noise(200, 200);
        int[][] before = PlainMask.samples(frame.cb());
        new Masker().cover(frame, List.of(new MaskRegion(new Box(80, 80, 40, 40), MOSAIC)));
        assertTrue(changedShare(before, frame.cb(), new Box(40, 40, 20, 20)) > 0.9);
    }

    @Test
    void solidIsTheSameForEveryPicture() {
        Frame first = noise(100, 100);
        Frame second = Frame.allocate(100, 100, 0, 0);
        MaskRegion plate = new MaskRegion(new Box(20, 20, 40, 12), new MaskRule(MaskStyle.SOLID, 0.2));
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

    static Frame noise(int width, int height) {
        Frame frame = Frame.allocate(width, height, 0, 0);
        Random random = new Random(width * 31L + height);
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
