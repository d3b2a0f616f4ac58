package garim.engine.detect.text;

import garim.engine.detect.Picture;

/** A line view lays a slanted text area straight: bilinear samples along the line, at a chosen height. */
public final class LineView {
    private LineView() {}

    /** The area as a picture of its own; what lies outside the picture repeats its border. */
    public static Picture of(Picture picture, TextArea area, int width, int height) {
        int[] places = new int[width * height];
        int[] shares = new int[width * height];
        locate(picture, area, width, places, shares);
        return new Picture(
                width,
                height,
                sample(picture.red(), picture.width(), places, shares),
                sample(picture.green(), picture.width(), places, shares),
                sample(picture.blue(), picture.width(), places, shares));
    }

    private static void locate(Picture picture, TextArea area, int width, int[] places, int[] shares) {
        double cos = Math.cos(area.angle());
        double sin = Math.sin(area.angle());
        int height = places.length / width;
        for (int i = 0; i < places.length; i++) {
            int row = i / width;
            double along = ((i % width + 0.5) / width - 0.5) * area.length();
            double across = ((row + 0.5) / height - 0.5) * area.thickness();
            double x = Math.clamp(area.centerX() + along * cos - across * sin - 0.5, 0, picture.width() - 1.001);
            double y = Math.clamp(area.centerY() + along * sin + across * cos - 0.5, 0, picture.height() - 1.001);
            places[i] = ((int) y) * picture.width() + (int) x;
            shares[i] = ((int) ((x - (int) x) * 256)) << 16 | (int) ((y - (int) y) * 256);
        }
    }

    private static byte[] sample(byte[] plane, int stride, int[] places, int[] shares) {
        byte[] result = new byte[places.length];
        for (int i = 0; i < places.length; i++) {
            int at = places[i];
            int right = shares[i] >> 16;
            int down = shares[i] & 0xffff;
            int upper = (plane[at] & 0xff) * (256 - right) + (plane[at + 1] & 0xff) * right;
            int lower = (plane[at + stride] & 0xff) * (256 - right) + (plane[at + stride + 1] & 0xff) * right;
            result[i] = (byte) ((upper * (256 - down) + lower * down) >> 16);
        }
        return result;
    }
}
