package garim.engine.detect.logo;

import garim.engine.detect.Picture;
import garim.engine.detect.Resampler;
import garim.engine.frame.Box;

/**
 * A mark is a trademark as it is looked for: its luma at a fixed size, and how much each pixel counts.
 *
 * <p>Its own coordinates are pixels from the centre.
 *
 * @param gray luma, on the ground that the reference has or was given
 * @param weights how much each pixel tells, 0-255; little where the ground is not known
 * @param content the part that is covered when the mark is found, in its own coordinates
 */
record Mark(Gray gray, Gray weights, Box content) {
    /** The mark at another size. */
    Mark resized(double scale) {
        int width = Math.max(4, (int) Math.round(gray.width() * scale));
        int height = Math.max(4, (int) Math.round(gray.height() * scale));
        byte[] luma = bytes(gray);
        byte[] weight = bytes(weights);
        Picture small = Resampler.resize(new Picture(gray.width(), gray.height(), luma, weight, weight), width, height);
        double across = (double) width / gray.width();
        double down = (double) height / gray.height();
        return new Mark(
                floats(small, small.red()),
                floats(small, small.green()),
                new Box(content.x() * across, content.y() * down, content.width() * across, content.height() * down));
    }

    /** Side of a square as large as the mark, pixels. */
    double meanSide() {
        return Math.sqrt((double) gray.width() * gray.height());
    }

    /** The mean luma of its border, which goes on around it. */
    float ground() {
        double sum = 0;
        for (int x = 0; x < gray.width(); x++) {
            sum += gray.at(x, 0) + gray.at(x, gray.height() - 1);
        }
        for (int y = 0; y < gray.height(); y++) {
            sum += gray.at(0, y) + gray.at(gray.width() - 1, y);
        }
        return (float) (sum / (2.0 * (gray.width() + gray.height())));
    }

    private static byte[] bytes(Gray plane) {
        byte[] result = new byte[plane.width() * plane.height()];
        for (int i = 0; i < result.length; i++) {
            result[i] = (byte) Math.round(plane.samples()[i]);
        }
        return result;
    }

    private static Gray floats(Picture picture, byte[] plane) {
        float[] result = new float[picture.width() * picture.height()];
        for (int i = 0; i < result.length; i++) {
            result[i] = plane[i] & 0xff;
        }
        return new Gray(picture.width(), picture.height(), result);
    }
}
