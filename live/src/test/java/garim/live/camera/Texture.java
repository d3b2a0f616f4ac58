package garim.live.camera;

import garim.engine.frame.Frame;
import garim.engine.frame.Plane;
import java.util.Random;

/** Pictures of fine stripes, which nothing but the raw picture shows, and a look that tells them. */
final class Texture {
    /** Mean step from one pixel to the next of the raw picture. */
    static final int RAW_STEP = 80;

    /** What a mosaic has at most, coding noise included. */
    static final double MASKED_STEP = 4;

    private Texture() {}

    static Frame frame(int width, int height, long pts) {
        Frame frame = Frame.allocate(width, height, 0, pts);
        Random random = new Random(pts);
        int shift = random.nextInt(2);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                frame.luma().put(x, y, (x + shift) % 2 == 0 ? 60 : 60 + RAW_STEP);
            }
        }
        fill(frame.cb());
        fill(frame.cr());
        return frame;
    }

    private static void fill(Plane plane) {
        for (int y = 0; y < plane.height(); y++) {
            for (int x = 0; x < plane.width(); x++) {
                plane.put(x, y, 128);
            }
        }
    }

    /** Mean step from one pixel to the next. */
    static double step(Plane luma) {
        long sum = 0;
        for (int y = 0; y < luma.height(); y++) {
            for (int x = 1; x < luma.width(); x++) {
                sum += Math.abs(luma.at(x, y) - luma.at(x - 1, y));
            }
        }
        return (double) sum / (luma.height() * (luma.width() - 1));
    }
}
