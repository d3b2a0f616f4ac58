package garim.models;

import garim.engine.detect.Picture;
import garim.engine.detect.Resampler;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import javax.imageio.ImageIO;

/**
 * A photograph of face-api's demo with its faces, marked by hand.
 *
 * @param file name beside the models
 * @param faces centres in pixels; every face is 160-300 pixels high
 */
record DemoPhotograph(String file, List<Point> faces) {
    private static final byte GREY = 120;

    /** A place in a picture, in pixels. */
    record Point(double x, double y) {}

    static final DemoPhotograph THREE = new DemoPhotograph("sample3.jpg", points(699, 471, 1588, 452, 1165, 382));
    static final DemoPhotograph FOUR =
            new DemoPhotograph("sample6.jpg", points(351, 632, 1578, 423, 1273, 449, 744, 486));
    static final DemoPhotograph FOUR_MORE =
            new DemoPhotograph("sample4.jpg", points(756, 195, 1078, 302, 1348, 272, 324, 338));
    static final DemoPhotograph FIVE =
            new DemoPhotograph("sample5.jpg", points(1202, 323, 857, 222, 1501, 531, 446, 1025, 655, 553));

    static List<DemoPhotograph> all() {
        return List.of(THREE, FOUR, FOUR_MORE, FIVE);
    }

    private static List<Point> points(double... values) {
        Point[] points = new Point[values.length / 2];
        Arrays.setAll(points, i -> new Point(values[2 * i], values[2 * i + 1]));
        return List.of(points);
    }

    Picture picture() {
        try (InputStream in = FaceDetectors.class.getResourceAsStream("demo/" + file)) {
            return pictureOf(ImageIO.read(Objects.requireNonNull(in, file)));
        } catch (IOException e) {
            throw new IllegalStateException(file, e);
        }
    }

    static Picture pictureOf(BufferedImage image) {
        int width = image.getWidth();
        int height = image.getHeight();
        int[] pixels = image.getRGB(0, 0, width, height, null, 0, width);
        byte[][] planes = new byte[3][pixels.length];
        for (int i = 0; i < pixels.length; i++) {
            planes[0][i] = (byte) (pixels[i] >> 16);
            planes[1][i] = (byte) (pixels[i] >> 8);
            planes[2][i] = (byte) pixels[i];
        }
        return new Picture(width, height, planes[0], planes[1], planes[2]);
    }

    /** The photograph reduced and laid on a grey ground of 1920 x 1080, its corner at 600, 400. */
    Picture smallInLargePicture(double scale) {
        Picture whole = picture();
        Picture small = Resampler.resize(
                whole, (int) Math.round(whole.width() * scale), (int) Math.round(whole.height() * scale));
        return new Picture(
                1920, 1080, inlay(small.red(), small), inlay(small.green(), small), inlay(small.blue(), small));
    }

    /** The photograph reduced, without everything left of a column of the photograph. */
    Picture rightOf(double column, double scale) {
        Picture whole = picture();
        Picture small = Resampler.resize(
                whole, (int) Math.round(whole.width() * scale), (int) Math.round(whole.height() * scale));
        int left = (int) Math.round(column * scale);
        int width = small.width() - left;
        return new Picture(
                width,
                small.height(),
                rightOf(small.red(), small, left),
                rightOf(small.green(), small, left),
                rightOf(small.blue(), small, left));
    }

    private static byte[] rightOf(byte[] plane, Picture of, int left) {
        int width = of.width() - left;
        byte[] part = new byte[width * of.height()];
        for (int y = 0; y < of.height(); y++) {
            System.arraycopy(plane, y * of.width() + left, part, y * width, width);
        }
        return part;
    }

    private static byte[] inlay(byte[] plane, Picture small) {
        byte[] ground = new byte[1920 * 1080];
        Arrays.fill(ground, GREY);
        for (int y = 0; y < small.height(); y++) {
            System.arraycopy(plane, y * small.width(), ground, (400 + y) * 1920 + 600, small.width());
        }
        return ground;
    }
}
