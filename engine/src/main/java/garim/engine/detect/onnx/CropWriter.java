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
    private float[] mixed = new float[0];

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
        int left = across.firstSample();
        int columns = across.lastSample() - left + 1;
        mixed = mixed.length < columns ? new float[columns] : mixed;
        for (int y = 0; y < size; y++) {
            // rows first: their samples lie side by side, and few rows are left to be stretched
            mixRows(plane, width, left, columns, down, y);
            stretchRow(across, left);
            target.put(at + y * size, row, 0, size);
        }
    }

    private void mixRows(byte[] plane, int width, int left, int columns, CropAxis down, int y) {
        Arrays.fill(mixed, 0, columns, 0);
        for (int k = 0; k < down.taps(); k++) {
            float weight = down.weight(y, k);
            int from = down.sample(y, k) * width + left;
            if (weight > 0) {
                addRow(plane, from, columns, weight);
            }
        }
    }

    private void addRow(byte[] plane, int from, int columns, float weight) {
        for (int x = 0; x < columns; x++) {
            mixed[x] += weight * (plane[from + x] & 0xff);
        }
    }

    private void stretchRow(CropAxis across, int left) {
        for (int x = 0; x < size; x++) {
            float sum = 0;
            for (int k = 0; k < across.taps(); k++) {
                sum += across.weight(x, k) * mixed[across.sample(x, k) - left];
            }
            row[x] = sum;
        }
    }
}
