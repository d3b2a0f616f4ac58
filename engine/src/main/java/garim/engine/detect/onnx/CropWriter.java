package garim.engine.detect.onnx;

import garim.engine.detect.Picture;
import garim.engine.frame.Box;
import java.nio.FloatBuffer;
import java.util.Arrays;

/**
 * Writes the square around a box, resampled to a fixed size, as red, green and blue planes of values 0-255.
 *
 * <p>One writer serves many crops in turn and keeps its work space; it belongs to one thread.
 */
final class CropWriter {
    private final int size;
    private final double context;
    private final float[] row;
    private float[] wide = new float[0];

    /**
     * Creates a writer.
     *
     * @param size rows and columns of a crop
     * @param context side of the square in longer sides of the box
     */
    CropWriter(int size, double context) {
        this.size = size;
        this.context = context;
        this.row = new float[size];
    }

    /** Writes the {@code 3 * size * size} values of one crop from an absolute position on. */
    void write(Picture picture, Box box, FloatBuffer target, int at) {
        double side = context * Math.max(1, Math.max(box.width(), box.height()));
        CropAxis across = CropAxis.of(box.centerX(), side, size, picture.width());
        CropAxis down = CropAxis.of(box.centerY(), side, size, picture.height());
        int plane = size * size;
        writePlane(picture.red(), picture.width(), across, down, target, at);
        writePlane(picture.green(), picture.width(), across, down, target, at + plane);
        writePlane(picture.blue(), picture.width(), across, down, target, at + 2 * plane);
    }

    private void writePlane(byte[] plane, int width, CropAxis across, CropAxis down, FloatBuffer target, int at) {
        int top = down.firstSample();
        int rows = down.lastSample() - top + 1;
        wide = wide.length < rows * size ? new float[rows * size] : wide;
        for (int y = 0; y < rows; y++) {
            stretchRow(plane, (top + y) * width, across, y * size);
        }
        for (int y = 0; y < size; y++) {
            mixRows(down, y, top);
            target.put(at + y * size, row, 0, size);
        }
    }

    private void stretchRow(byte[] plane, int from, CropAxis across, int to) {
        for (int x = 0; x < size; x++) {
            float sum = 0;
            for (int k = 0; k < across.taps(); k++) {
                sum += across.weight(x, k) * (plane[from + across.sample(x, k)] & 0xff);
            }
            wide[to + x] = sum;
        }
    }

    private void mixRows(CropAxis down, int y, int top) {
        Arrays.fill(row, 0);
        for (int k = 0; k < down.taps(); k++) {
            float weight = down.weight(y, k);
            int from = (down.sample(y, k) - top) * size;
            for (int x = 0; x < size; x++) {
                row[x] += weight * wide[from + x];
            }
        }
    }
}
