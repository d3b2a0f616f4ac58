package garim.engine.detect;

import garim.engine.frame.Frame;
import garim.engine.frame.Plane;
import garim.engine.frame.Rotation;
import java.util.Objects;

/**
 * An upright view turns frames into the pictures that detectors see: BT.601 colours, rotated upright, without combing.
 *
 * <p>Of an interlaced frame only the even rows are used, each twice. The memory of the picture is used again: a picture
 * is valid until the next call on the same view, so a view belongs to one thread. Boxes found in the picture go back to
 * the stored frame by {@link Rotation#toStored}.
 */
public final class UprightView {
    private final Rotation rotation;
    private byte[] red = new byte[0];
    private byte[] green = new byte[0];
    private byte[] blue = new byte[0];
    private byte[] lumaRow = new byte[0];
    private byte[] cbRow = new byte[0];
    private byte[] crRow = new byte[0];

    /** Fixed point, one for each pixel of a row; apart, so that they can be added many at a time. */
    private int[] lumas = new int[0];

    private int[] toRed = new int[0];
    private int[] toGreen = new int[0];
    private int[] toBlue = new int[0];

    /**
     * Creates a view without memory; it grows with the first frame.
     *
     * @param rotation how the stored frames must be turned
     */
    public UprightView(Rotation rotation) {
        this.rotation = Objects.requireNonNull(rotation);
    }

    /** A picture of its own for one frame, when speed does not matter. */
    public static Picture copyOf(Frame frame, Rotation rotation) {
        return new UprightView(rotation).of(frame);
    }

    /** The frame as an upright picture, valid until the next call. */
    public Picture of(Frame frame) {
        int width = frame.width();
        int height = frame.height();
        reserve(width, height);
        YuvTables tables = YuvTables.of(frame.fullRange());
        int chromaBefore = -1;
        for (int y = 0; y < height; y++) {
            // the chroma rows of interlaced 4:2:0 alternate between the fields as well
            int chroma = frame.interlaced() ? (y >> 2) << 1 : y >> 1;
            if (chroma != chromaBefore) {
                readChroma(frame, chroma, tables);
                chromaBefore = chroma;
            }
            readLuma(frame, frame.interlaced() ? y & ~1 : y, tables);
            int first = firstTarget(width, height, y);
            int step = targetStep(height);
            write(toRed, red, width, first, step);
            write(toGreen, green, width, first, step);
            write(toBlue, blue, width, first, step);
        }
        return rotation.swapsSides()
                ? new Picture(height, width, red, green, blue)
                : new Picture(width, height, red, green, blue);
    }

    private void reserve(int width, int height) {
        int size = Math.multiplyExact(width, height);
        if (red.length < size) {
            red = new byte[size];
            green = new byte[size];
            blue = new byte[size];
        }
        if (lumaRow.length < width) {
            lumaRow = new byte[width];
            cbRow = new byte[(width + 1) / 2];
            crRow = new byte[(width + 1) / 2];
            lumas = new int[width];
            toRed = new int[width];
            toGreen = new int[width];
            toBlue = new int[width];
        }
    }

    private void readLuma(Frame frame, int y, YuvTables tables) {
        readRow(frame.luma(), y, lumaRow);
        for (int x = 0; x < frame.width(); x++) {
            lumas[x] = tables.luma(lumaRow[x] & 0xff);
        }
    }

    private void readChroma(Frame frame, int y, YuvTables tables) {
        readRow(frame.cb(), y, cbRow);
        readRow(frame.cr(), y, crRow);
        for (int x = 0; x < frame.width(); x++) {
            int cb = cbRow[x >> 1] & 0xff;
            int cr = crRow[x >> 1] & 0xff;
            toRed[x] = tables.redOfCr(cr);
            toGreen[x] = tables.greenOfChroma(cb, cr);
            toBlue[x] = tables.blueOfCb(cb);
        }
    }

    private static void readRow(Plane plane, int y, byte[] row) {
        plane.bytes().get(y * plane.stride(), row, 0, plane.width());
    }

    private int firstTarget(int width, int height, int y) {
        return switch (rotation) {
            case NONE -> y * width;
            case CLOCKWISE_90 -> height - 1 - y;
            case HALF_TURN -> (height - y) * width - 1;
            case CLOCKWISE_270 -> (width - 1) * height + y;
        };
    }

    private int targetStep(int height) {
        return switch (rotation) {
            case NONE -> 1;
            case CLOCKWISE_90 -> height;
            case HALF_TURN -> -1;
            case CLOCKWISE_270 -> -height;
        };
    }

    private void write(int[] chroma, byte[] plane, int width, int first, int step) {
        // Where samples lie side by side the compiler computes many at a time.
        if (step == 1) {
            for (int x = 0; x < width; x++) {
                plane[first + x] = (byte) YuvTables.sample(lumas[x] + chroma[x]);
            }
        } else {
            for (int x = 0; x < width; x++) {
                plane[first + x * step] = (byte) YuvTables.sample(lumas[x] + chroma[x]);
            }
        }
    }
}
