package garim.engine.proof;

import garim.engine.frame.Box;
import garim.engine.frame.Frame;
import garim.engine.frame.Plane;
import java.util.Random;

/** Pictures of noise that looks like filmed texture, and masks painted on them in the plainest way. */
final class Pictures {
    static final int WIDTH = 160;
    static final int HEIGHT = 120;

    private Pictures() {}

    /** Smooth shades with fine texture upon them. */
    static Frame filmed(long seed, int index) {
        Random random = new Random(seed);
        Frame frame = Frame.allocate(WIDTH, HEIGHT, index, index);
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                double shade = 110 + 40 * Math.sin(x / 17.0) * Math.cos(y / 13.0);
                frame.luma().put(x, y, (int) Math.clamp(shade + 14 * random.nextGaussian(), 0, 255));
            }
        }
        return frame;
    }

    /** The same picture with the small errors of a codec. */
    static Frame encoded(Frame frame, long seed) {
        Random random = new Random(seed);
        Frame copy = Frame.allocate(WIDTH, HEIGHT, frame.index(), frame.pts());
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                copy.luma().put(x, y, (int) Math.clamp(frame.luma().at(x, y) + 2 * random.nextGaussian(), 0, 255));
            }
        }
        return copy;
    }

    /** Paints so many mean cells across and down a box. */
    static void mosaic(Plane plane, Box box, int columns, int rows) {
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                fill(
                        plane,
                        (int) (box.x() + column * box.width() / columns),
                        (int) (box.y() + row * box.height() / rows),
                        (int) (box.x() + (column + 1) * box.width() / columns),
                        (int) (box.y() + (row + 1) * box.height() / rows));
            }
        }
    }

    private static void fill(Plane plane, int left, int top, int right, int bottom) {
        long sum = 0;
        int count = 0;
        for (int y = Math.max(0, top); y < Math.min(HEIGHT, bottom); y++) {
            for (int x = Math.max(0, left); x < Math.min(WIDTH, right); x++) {
                sum += plane.at(x, y);
                count++;
            }
        }
        for (int y = Math.max(0, top); y < Math.min(HEIGHT, bottom); y++) {
            for (int x = Math.max(0, left); x < Math.min(WIDTH, right); x++) {
                plane.put(x, y, (int) (sum / Math.max(1, count)));
            }
        }
    }
}
