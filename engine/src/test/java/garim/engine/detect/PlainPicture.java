package garim.engine.detect;

import garim.engine.frame.Frame;

/** The slow plain twins of what makes pictures: one sample at a time, in floating point. */
final class PlainPicture {
    private PlainPicture() {}

    /** A sample of a plane at another size. */
    static double resized(byte[] plane, int fromWidth, int fromHeight, int x, int y, int width, int height) {
        double sum = 0;
        for (int sy = first(y, fromHeight, height); sy <= last(y, fromHeight, height); sy++) {
            for (int sx = first(x, fromWidth, width); sx <= last(x, fromWidth, width); sx++) {
                double weight = weight(sx, x, fromWidth, width) * weight(sy, y, fromHeight, height);
                sum += weight * (plane[sy * fromWidth + sx] & 0xff);
            }
        }
        return sum;
    }

    private static int first(int target, int from, int to) {
        return Math.max(0, (int) Math.floor((target - 1.0) * from / to) - 1);
    }

    private static int last(int target, int from, int to) {
        return Math.min(from - 1, (int) Math.ceil((target + 2.0) * from / to) + 1);
    }

    private static double weight(int sample, int target, int from, int to) {
        double ratio = (double) from / to;
        if (ratio > 1) {
            double common = Math.min(sample + 1, (target + 1) * ratio) - Math.max(sample, target * ratio);
            return Math.max(0, common) / ratio;
        }
        double place = Math.clamp((target + 0.5) * ratio - 0.5, 0, from - 1);
        return Math.max(0, 1 - Math.abs(sample - place));
    }

    /** Red, green and blue of a pixel of a frame. */
    static double[] colour(Frame frame, int x, int y) {
        int lumaRow = frame.interlaced() ? y - y % 2 : y;
        int chromaRow = frame.interlaced() ? y / 4 * 2 : y / 2;
        double lumaGain = frame.fullRange() ? 1 : 255.0 / 219;
        double chromaGain = frame.fullRange() ? 1 : 255.0 / 224;
        double luma = (frame.luma().at(x, lumaRow) - (frame.fullRange() ? 0 : 16)) * lumaGain;
        double cb = (frame.cb().at(x / 2, chromaRow) - 128) * chromaGain;
        double cr = (frame.cr().at(x / 2, chromaRow) - 128) * chromaGain;
        return new double[] {
            Math.clamp(luma + 1.402 * cr, 0, 255),
            Math.clamp(luma - 0.344136 * cb - 0.714136 * cr, 0, 255),
            Math.clamp(luma + 1.772 * cb, 0, 255)
        };
    }

    /** A plane turned by a quarter, clockwise. */
    static byte[] quarter(byte[] plane, int width) {
        int height = plane.length / width;
        byte[] turned = new byte[plane.length];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                turned[x * height + height - 1 - y] = plane[y * width + x];
            }
        }
        return turned;
    }
}
