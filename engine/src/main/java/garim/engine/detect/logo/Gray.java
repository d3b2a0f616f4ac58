package garim.engine.detect.logo;

import garim.engine.detect.Picture;
import java.util.Arrays;

/**
 * A gray is a picture of one luma plane, 0-255, row after row; nobody writes to it once it exists.
 *
 * @param width pixels per row
 * @param height rows
 * @param samples at least width x height
 */
@SuppressWarnings("ArrayRecordComponent") // pixels are shared, never compared
record Gray(int width, int height, float[] samples) {
    private static final float RED = 0.299f;
    private static final float GREEN = 0.587f;
    private static final float BLUE = 0.114f;
    private static final double REACH = 3.5;

    /** The luma of a picture (BT.601). */
    static Gray of(Picture picture) {
        int size = picture.width() * picture.height();
        float[] luma = new float[size];
        byte[] red = picture.red();
        byte[] green = picture.green();
        byte[] blue = picture.blue();
        for (int i = 0; i < size; i++) {
            luma[i] = RED * (red[i] & 0xff) + GREEN * (green[i] & 0xff) + BLUE * (blue[i] & 0xff);
        }
        return new Gray(picture.width(), picture.height(), luma);
    }

    /** The sample of a pixel, the nearest one for places outside. */
    float at(int x, int y) {
        return samples[Math.clamp(y, 0, height - 1) * width + Math.clamp(x, 0, width - 1)];
    }

    /** The bilinear sample at a place whose whole numbers are pixel centres; the border goes on outside. */
    float sample(double x, double y) {
        int left = (int) Math.floor(x);
        int top = (int) Math.floor(y);
        float across = (float) (x - left);
        float down = (float) (y - top);
        if (left >= 0 && top >= 0 && left + 1 < width && top + 1 < height) {
            int i = top * width + left;
            float upper = samples[i] + across * (samples[i + 1] - samples[i]);
            float lower = samples[i + width] + across * (samples[i + width + 1] - samples[i + width]);
            return upper + down * (lower - upper);
        }
        float upper = at(left, top) + across * (at(left + 1, top) - at(left, top));
        float lower = at(left, top + 1) + across * (at(left + 1, top + 1) - at(left, top + 1));
        return upper + down * (lower - upper);
    }

    /** Every second pixel of every second row. */
    Gray half() {
        int w = Math.max(1, width / 2);
        int h = Math.max(1, height / 2);
        float[] result = new float[w * h];
        for (int y = 0; y < h; y++) {
            for (int x = 0; x < w; x++) {
                result[y * w + x] = samples[2 * y * width + 2 * x];
            }
        }
        return new Gray(w, h, result);
    }

    /** Twice as wide and high, bilinear; pixel x of this one is at 2x. */
    Gray twice() {
        float[] result = new float[4 * width * height];
        for (int y = 0; y < 2 * height; y++) {
            for (int x = 0; x < 2 * width; x++) {
                int right = x >> 1;
                int low = y >> 1;
                result[y * 2 * width + x] = 0.25f
                        * (at(right, low)
                                + at(right + (x & 1), low)
                                + at(right, low + (y & 1))
                                + at(right + (x & 1), low + (y & 1)));
            }
        }
        return new Gray(2 * width, 2 * height, result);
    }

    /** Blurred by a Gaussian. */
    Gray blurred(double sigma) {
        float[] kernel = kernel(sigma);
        float[] wide = new float[width * height];
        float[] padded = new float[width + 2 * (kernel.length - 1)];
        for (int y = 0; y < height; y++) {
            blurRow(y * width, kernel, padded, wide);
        }
        float[] result = new float[width * height];
        for (int y = 0; y < height; y++) {
            for (int k = 1 - kernel.length; k < kernel.length; k++) {
                addRow(wide, Math.clamp(y + k, 0, height - 1) * width, kernel[Math.abs(k)], result, y * width, width);
            }
        }
        return new Gray(width, height, result);
    }

    private void blurRow(int from, float[] kernel, float[] padded, float[] target) {
        int radius = kernel.length - 1;
        Arrays.fill(padded, 0, radius, samples[from]);
        System.arraycopy(samples, from, padded, radius, width);
        Arrays.fill(padded, radius + width, padded.length, samples[from + width - 1]);
        for (int k = -radius; k <= radius; k++) {
            addRow(padded, radius + k, kernel[Math.abs(k)], target, from, width);
        }
    }

    private static void addRow(float[] source, int from, float weight, float[] target, int to, int count) {
        for (int x = 0; x < count; x++) {
            target[to + x] += weight * source[from + x];
        }
    }

    private static float[] kernel(double sigma) {
        float[] kernel = new float[1 + Math.max(1, (int) Math.ceil(REACH * sigma))];
        double sum = 0;
        for (int k = 0; k < kernel.length; k++) {
            kernel[k] = (float) Math.exp(-k * k / (2 * sigma * sigma));
            sum += k == 0 ? kernel[k] : 2 * kernel[k];
        }
        for (int k = 0; k < kernel.length; k++) {
            kernel[k] = (float) (kernel[k] / sum);
        }
        return kernel;
    }
}
