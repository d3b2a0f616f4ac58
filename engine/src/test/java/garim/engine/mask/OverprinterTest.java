package garim.engine.mask;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import garim.engine.frame.Box;
import garim.engine.frame.Frame;
import garim.engine.frame.MaskRule;
import garim.engine.frame.MaskStyle;
import garim.engine.frame.Plane;
import garim.engine.frame.Rotation;
import garim.engine.frame.TargetKind;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class OverprinterTest {
    private static final int WIDTH = 96;
    private static final int HEIGHT = 64;

    private static Frame noise(long seed) {
        Frame frame = Frame.allocate(WIDTH, HEIGHT, 0, 0);
        Random random = new Random(seed);
        for (Plane plane : planes(frame)) {
            for (int y = 0; y < plane.height(); y++) {
                for (int x = 0; x < plane.width(); x++) {
                    plane.put(x, y, 16 + random.nextInt(220));
                }
            }
        }
        return frame;
    }

    private static List<Plane> planes(Frame frame) {
        return List.of(frame.luma(), frame.cb(), frame.cr());
    }

    private static TextStamp random(Random random, int width, int height) {
        byte[] ink = new byte[width * height];
        byte[] rim = new byte[width * height];
        random.nextBytes(ink);
        random.nextBytes(rim);
        return new TextStamp(width, height, ink, rim);
    }

    /** White all over. */
    private static TextStamp opaque(int width, int height) {
        byte[] ink = new byte[width * height];
        Arrays.fill(ink, (byte) 255);
        return new TextStamp(width, height, ink, ink);
    }

    private static MaskRegion region(int track, Box box) {
        return new MaskRegion(track, TargetKind.FACE, box, new MaskRule(MaskStyle.SOLID, 0));
    }

    private static Overprint labels(TextStamp stamp) {
        return new Overprint(Optional.of((track, kind) -> stamp), Optional.empty());
    }

    private static Overprint watermark(TextStamp stamp, Overprint.Layout layout) {
        return new Overprint(Optional.empty(), Optional.of(new Overprint.Watermark(stamp, layout)));
    }

    private static void requireSame(Frame expected, Frame actual) {
        for (int i = 0; i < 3; i++) {
            Plane plane = planes(expected).get(i);
            for (int y = 0; y < plane.height(); y++) {
                for (int x = 0; x < plane.width(); x++) {
                    assertEquals(plane.at(x, y), planes(actual).get(i).at(x, y), "plane " + i + " " + x + "," + y);
                }
            }
        }
    }

    /** The same as the stamper, pixel by pixel. */
    private static void plain(Frame frame, TextStamp stamp, int left, int top) {
        for (int y = 0; y < stamp.height(); y++) {
            for (int x = 0; x < stamp.width(); x++) {
                int px = left + x;
                int py = top + y;
                if (px >= 0 && py >= 0 && px < WIDTH && py < HEIGHT) {
                    double dark = Math.round(mix(frame.luma().at(px, py), 16, stamp.rim(x, y)));
                    frame.luma().put(px, py, (int) Math.round(mix(dark, 235, stamp.ink(x, y))));
                    if (x % 2 == 0 && y % 2 == 0) {
                        int share = stamp.chroma(x / 2, y / 2);
                        for (Plane plane : List.of(frame.cb(), frame.cr())) {
                            plane.put(px / 2, py / 2, (int) Math.round(mix(plane.at(px / 2, py / 2), 128, share)));
                        }
                    }
                }
            }
        }
    }

    private static double mix(double under, double over, int share) {
        return (under * (255 - share) + over * share) / 255;
    }

    @Test
    void printsAsItsPlainTwinAlsoOverBorders() {
        Random random = new Random(3);
        for (int run = 0; run < 200; run++) {
            TextStamp stamp = random(random, 2 + 2 * random.nextInt(60), 2 + 2 * random.nextInt(40));
            int left = 2 * (random.nextInt(120) - 60);
            int top = 2 * (random.nextInt(90) - 45);
            Frame expected = noise(run);
            Frame actual = noise(run);
            plain(expected, stamp, left, top);
            new Stamper().print(actual, stamp, left, top);
            requireSame(expected, actual);
        }
    }

    @Test
    void whatIsUnderAMaskDoesNotComeBack() {
        MaskRegion whole = region(1, new Box(0, 0, WIDTH, HEIGHT));
        TextStamp stamp = random(new Random(9), 40, 20);
        for (Overprint overprint : List.of(
                labels(stamp),
                watermark(stamp, Overprint.Layout.TILED),
                watermark(stamp.faded(40, 30), Overprint.Layout.CORNER))) {
            Frame one = noise(1);
            Frame other = noise(2);
            for (Frame frame : List.of(one, other)) {
                new Masker().cover(frame, List.of(whole));
                new Overprinter(overprint, Rotation.NONE).print(frame, List.of(whole));
            }
            requireSame(one, other);
        }
    }

    @Test
    void aLabelStaysInsideThePictureWhereverItsMaskIs() {
        for (Box box : List.of(new Box(-30, -30, 34, 34), new Box(90, 60, 40, 40), new Box(40, 20, 6, 6))) {
            Frame frame = Frame.allocate(WIDTH, HEIGHT, 0, 0);
            new Overprinter(labels(opaque(20, 10)), Rotation.NONE).print(frame, List.of(region(1, box)));
            assertEquals(200, count(frame), box.toString());
        }
    }

    @Test
    void aMaskOutsideThePictureHasNoLabel() {
        Frame frame = Frame.allocate(WIDTH, HEIGHT, 0, 0);
        new Overprinter(labels(opaque(20, 10)), Rotation.NONE)
                .print(frame, List.of(region(1, new Box(-50, 0, 20, 20))));
        assertEquals(0, count(frame));
    }

    private static long count(Frame frame) {
        long white = 0;
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                white += frame.luma().at(x, y) == 235 ? 1 : 0;
            }
        }
        return white;
    }

    @Test
    void aTiledWatermarkIsInEveryQuarterOfThePicture() {
        Frame frame = Frame.allocate(WIDTH, HEIGHT, 0, 0);
        new Overprinter(watermark(opaque(16, 8), Overprint.Layout.TILED), Rotation.NONE).print(frame, List.of());
        for (int left : new int[] {0, WIDTH / 2}) {
            for (int top : new int[] {0, HEIGHT / 2}) {
                long white = 0;
                for (int y = top; y < top + HEIGHT / 2; y++) {
                    for (int x = left; x < left + WIDTH / 2; x++) {
                        white += frame.luma().at(x, y) == 235 ? 1 : 0;
                    }
                }
                assertTrue(white > 300, left + "," + top + ": " + white);
            }
        }
    }

    /** Marks one corner of a stamp and looks where it is when the stored picture has been turned upright. */
    @ParameterizedTest
    @EnumSource
    void textStandsUprightInTurnedPictures(Rotation rotation) {
        byte[] ink = new byte[20 * 10];
        ink[0] = (byte) 255;
        TextStamp stamp = new TextStamp(20, 10, ink, ink);
        Frame frame = Frame.allocate(WIDTH, HEIGHT, 0, 0);
        new Overprinter(watermark(stamp, Overprint.Layout.CORNER), rotation).print(frame, List.of());
        int uprightHeight = rotation.swapsSides() ? WIDTH : HEIGHT;
        Box mark = rotation.toStored(new Box(5, uprightHeight - 15, 1, 1), WIDTH, HEIGHT);
        int far = 0;
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                if (frame.luma().at(x, y) == 235) {
                    far = (int) Math.max(Math.abs(x - mark.x()), Math.abs(y - mark.y())) + 1;
                }
            }
        }
        assertTrue(far >= 1 && far <= 3, "mark is " + (far - 1) + " pixels away");
    }
}
