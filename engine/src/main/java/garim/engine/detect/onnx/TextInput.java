package garim.engine.detect.onnx;

import garim.engine.detect.Picture;
import java.nio.FloatBuffer;

/**
 * How PP-OCR wants its picture: planes blue, green, red, each with its own zero and scale.
 *
 * <p>Source: PaddleOCR, tools/infer/predict_det.py and predict_rec.py.
 */
final class TextInput {
    /** A whole picture, for detection. The means are those of red, green, blue, used in this order upstream. */
    static final TextInput WHOLE =
            new TextInput(new double[] {0.485, 0.456, 0.406}, new double[] {0.229, 0.224, 0.225});

    /** One line of writing, for recognition. */
    static final TextInput LINE = new TextInput(new double[] {0.5, 0.5, 0.5}, new double[] {0.5, 0.5, 0.5});

    private final float[][] tables = new float[3][256];

    private TextInput(double[] means, double[] deviations) {
        for (int plane = 0; plane < 3; plane++) {
            for (int i = 0; i < 256; i++) {
                tables[plane][i] = (float) ((i / 255.0 - means[plane]) / deviations[plane]);
            }
        }
    }

    void write(Picture picture, FloatBuffer target) {
        writePlane(0, picture.blue(), picture, target);
        writePlane(1, picture.green(), picture, target);
        writePlane(2, picture.red(), picture, target);
    }

    private void writePlane(int plane, byte[] samples, Picture picture, FloatBuffer target) {
        int width = picture.width();
        int start = plane * width * picture.height();
        float[] row = new float[width];
        for (int y = 0; y < picture.height(); y++) {
            for (int x = 0; x < width; x++) {
                row[x] = tables[plane][samples[y * width + x] & 0xff];
            }
            target.put(start + y * width, row);
        }
    }
}
