package garim.engine.detect.onnx;

import garim.engine.detect.Picture;
import garim.engine.frame.Box;

/** The slow plain twin of the {@link CropWriter}: one value at a time. */
final class PlainCrop {
    private PlainCrop() {}

    /** A value of a crop of twice the box, {@code size} values across. */
    static double at(byte[] plane, Picture picture, Box box, int size, int x, int y) {
        double side = 2 * Math.max(box.width(), box.height());
        double centerX = box.centerX() - side / 2 + (x + 0.5) * side / size;
        double centerY = box.centerY() - side / 2 + (y + 0.5) * side / size;
        return mean(plane, picture, centerX, centerY, Math.max(1, side / size));
    }

    /** The mean of the samples, each a square of one colour, over a square of this reach. */
    private static double mean(byte[] plane, Picture picture, double centerX, double centerY, double reach) {
        double sum = 0;
        for (int y = (int) Math.floor(centerY - reach); y <= centerY + reach; y++) {
            for (int x = (int) Math.floor(centerX - reach); x <= centerX + reach; x++) {
                int column = Math.clamp(x, 0, picture.width() - 1);
                int row = Math.clamp(y, 0, picture.height() - 1);
                double area = common(x, centerX, reach) * common(y, centerY, reach);
                sum += area * (plane[row * picture.width() + column] & 0xff);
            }
        }
        return sum / (reach * reach);
    }

    private static double common(int sample, double centre, double reach) {
        return Math.max(0, Math.min(sample + 1, centre + reach / 2) - Math.max(sample, centre - reach / 2));
    }
}
