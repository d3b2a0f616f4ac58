package garim.engine.detect.onnx;

import garim.engine.detect.Picture;
import java.nio.FloatBuffer;
import java.util.Arrays;

/** How a network wants its picture: plane order, value range, and sides rounded up to a multiple by neutral padding. */
final class InputLayout {
    private final int multiple;
    private final boolean blueFirst;
    private final float neutral;
    private final float[] values = new float[256];

    /**
     * Creates a layout.
     *
     * @param multiple the padded sides are multiples of it
     * @param blueFirst plane order blue, green, red
     * @param zero sample that becomes 0
     * @param scale network value of one sample step
     * @param padding sample 0-255 with which the sides are filled up
     */
    InputLayout(int multiple, boolean blueFirst, double zero, double scale, int padding) {
        this.multiple = multiple;
        this.blueFirst = blueFirst;
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) ((i - zero) * scale);
        }
        this.neutral = values[padding];
    }

    int padded(int side) {
        return Math.ceilDiv(side, multiple) * multiple;
    }

    /** Writes the three padded planes one after the other. */
    void write(Picture picture, FloatBuffer target) {
        int size = padded(picture.width()) * padded(picture.height());
        writePlane(blueFirst ? picture.blue() : picture.red(), picture, target, 0);
        writePlane(picture.green(), picture, target, size);
        writePlane(blueFirst ? picture.red() : picture.blue(), picture, target, 2 * size);
    }

    private void writePlane(byte[] plane, Picture picture, FloatBuffer target, int start) {
        int width = picture.width();
        float[] row = new float[padded(width)];
        Arrays.fill(row, neutral);
        int at = start;
        for (int y = 0; y < picture.height(); y++) {
            for (int x = 0; x < width; x++) {
                row[x] = values[plane[y * width + x] & 0xff];
            }
            target.put(at, row, 0, row.length);
            at += row.length;
        }
        Arrays.fill(row, neutral);
        for (int y = picture.height(); y < padded(picture.height()); y++) {
            target.put(at, row, 0, row.length);
            at += row.length;
        }
    }
}
