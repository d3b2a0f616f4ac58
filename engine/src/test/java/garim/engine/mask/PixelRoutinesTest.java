package garim.engine.mask;

import static garim.engine.mask.PlainMask.inside;
import static org.junit.jupiter.api.Assertions.assertEquals;

import garim.engine.frame.Plane;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/** Each fast pixel routine gives what its plain twin gives, on random planes with random gaps between rows. */
final class PixelRoutinesTest {
    @RepeatedTest(200)
    void mosaicEqualsItsPlainTwin(RepetitionInfo run) {
        Random random = new Random(run.getCurrentRepetition());
        Plane plane = randomPlane(random);
        CellGrid grid = randomGrid(random, plane);
        int[][] before = PlainMask.samples(plane);

        new Mosaic().paint(plane, grid, new CellMeter().measure(plane, grid));

        for (int y = 0; y < plane.height(); y++) {
            for (int x = 0; x < plane.width(); x++) {
                int expected = inside(grid, x, y) ? PlainMask.mosaic(before, grid, x, y) : before[y][x];
                assertEquals(expected, plane.at(x, y), "seed " + run.getCurrentRepetition() + " at " + x + "," + y);
            }
        }
    }

    @RepeatedTest(200)
    void blurEqualsItsPlainTwinWithinRounding(RepetitionInfo run) {
        Random random = new Random(run.getCurrentRepetition());
        Plane plane = randomPlane(random);
        CellGrid grid = randomGrid(random, plane);
        int[][] before = PlainMask.samples(plane);

        new Blur().paint(plane, grid, new CellMeter().measure(plane, grid));

        for (int y = 0; y < plane.height(); y++) {
            for (int x = 0; x < plane.width(); x++) {
                double expected = inside(grid, x, y) ? PlainMask.blur(before, grid, x, y) : before[y][x];
                assertEquals(expected, plane.at(x, y), 2.6, "seed " + run.getCurrentRepetition());
            }
        }
    }

    @RepeatedTest(50)
    void solidFillsTheRectangleAndNothingElse(RepetitionInfo run) {
        Random random = new Random(run.getCurrentRepetition());
        Plane plane = randomPlane(random);
        PixelRect rect = randomRect(random, plane);
        int[][] before = PlainMask.samples(plane);

        Solid.paint(plane, rect, 16);

        for (int y = 0; y < plane.height(); y++) {
            for (int x = 0; x < plane.width(); x++) {
                assertEquals(contains(rect, x, y) ? 16 : before[y][x], plane.at(x, y));
            }
        }
    }

    private static Plane randomPlane(Random random) {
        int width = 1 + random.nextInt(70);
        int height = 1 + random.nextInt(50);
        int stride = width + random.nextInt(9);
        byte[] bytes = new byte[stride * height];
        random.nextBytes(bytes);
        return new Plane(java.nio.ByteBuffer.wrap(bytes), width, height, stride);
    }

    private static PixelRect randomRect(Random random, Plane plane) {
        int x = random.nextInt(plane.width());
        int y = random.nextInt(plane.height());
        return new PixelRect(x, y, 1 + random.nextInt(plane.width() - x), 1 + random.nextInt(plane.height() - y));
    }

    /** A grid that shows at least its first or its last sample, and may reach out of the plane on every side. */
    private static CellGrid randomGrid(Random random, Plane plane) {
        int step = 1 + random.nextInt(2);
        int width = 1 + random.nextInt(40);
        int height = 1 + random.nextInt(40);
        int x = random.nextInt((plane.width() - 1) / step + width) - width + 1;
        int y = random.nextInt((plane.height() - 1) / step + height) - height + 1;
        return new CellGrid(x, y, width, height, 1 + random.nextInt(9), 1 + random.nextInt(9), step);
    }

    private static boolean contains(PixelRect rect, int x, int y) {
        return x >= rect.x() && x < rect.x() + rect.width() && y >= rect.y() && y < rect.y() + rect.height();
    }
}
