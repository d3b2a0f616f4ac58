package garim.cli.scene;

import garim.engine.frame.Box;
import java.awt.image.BufferedImage;

/** A layer is a picture in BT.601 limited-range planes with an opacity, ready to be painted at any size. */
final class Layer {
    /** How opaque a picture is at a place given in shares of its width and height, 0-1. */
    interface Opacity {
        double at(double x, double y);
    }

    private final Raster luma;
    private final Raster cb;
    private final Raster cr;
    private final Raster alpha;
    private final Raster alphaHalf;
    private final boolean isOpaque;

    private Layer(int width, int height, boolean isOpaque) {
        int halfWidth = (width + 1) / 2;
        int halfHeight = (height + 1) / 2;
        this.luma = new Raster(width, height);
        this.cb = new Raster(halfWidth, halfHeight);
        this.cr = new Raster(halfWidth, halfHeight);
        this.alpha = new Raster(width, height);
        this.alphaHalf = new Raster(halfWidth, halfHeight);
        this.isOpaque = isOpaque;
    }

    static Layer opaque(BufferedImage image) {
        return of(image, (x, y) -> 1, true);
    }

    static Layer of(BufferedImage image, Opacity opacity) {
        return of(image, opacity, false);
    }

    private static Layer of(BufferedImage image, Opacity opacity, boolean isOpaque) {
        Layer layer = new Layer(image.getWidth(), image.getHeight(), isOpaque);
        layer.fillLuma(image);
        layer.fillChroma(image);
        fill(layer.alpha, opacity);
        fill(layer.alphaHalf, opacity);
        return layer;
    }

    int width() {
        return luma.width();
    }

    int height() {
        return luma.height();
    }

    /** Paints the layer over a box of the canvas. */
    void paint(Canvas canvas, Box where) {
        Box half = new Box(where.x() / 2, where.y() / 2, where.width() / 2, where.height() / 2);
        if (isOpaque) {
            canvas.luma().drawOpaque(luma, where);
            canvas.cb().drawOpaque(cb, half);
            canvas.cr().drawOpaque(cr, half);
        } else {
            canvas.luma().draw(luma, alpha, where);
            canvas.cb().draw(cb, alphaHalf, half);
            canvas.cr().draw(cr, alphaHalf, half);
        }
    }

    /** True when the layer, painted over a box, hides what is behind a point. */
    boolean hides(Box where, double x, double y) {
        if (x < where.x() || x >= where.right() || y < where.y() || y >= where.bottom()) {
            return false;
        }
        int column = (int) ((x - where.x()) / where.width() * alpha.width());
        int row = (int) ((y - where.y()) / where.height() * alpha.height());
        return alpha.at(Math.min(column, alpha.width() - 1), Math.min(row, alpha.height() - 1)) >= 128;
    }

    private void fillLuma(BufferedImage image) {
        for (int y = 0; y < luma.height(); y++) {
            for (int x = 0; x < luma.width(); x++) {
                int rgb = image.getRGB(x, y);
                luma.put(x, y, 16 + ((66 * red(rgb) + 129 * green(rgb) + 25 * blue(rgb) + 128) >> 8));
            }
        }
    }

    private void fillChroma(BufferedImage image) {
        for (int y = 0; y < cb.height(); y++) {
            for (int x = 0; x < cb.width(); x++) {
                int rgb = meanOfFour(image, 2 * x, 2 * y);
                cb.put(x, y, 128 + ((-38 * red(rgb) - 74 * green(rgb) + 112 * blue(rgb) + 128) >> 8));
                cr.put(x, y, 128 + ((112 * red(rgb) - 94 * green(rgb) - 18 * blue(rgb) + 128) >> 8));
            }
        }
    }

    private static void fill(Raster alpha, Opacity opacity) {
        for (int y = 0; y < alpha.height(); y++) {
            for (int x = 0; x < alpha.width(); x++) {
                double share = opacity.at((x + 0.5) / alpha.width(), (y + 0.5) / alpha.height());
                alpha.put(x, y, (int) Math.round(255 * share));
            }
        }
    }

    private static int meanOfFour(BufferedImage image, int x, int y) {
        int right = Math.min(x + 1, image.getWidth() - 1);
        int below = Math.min(y + 1, image.getHeight() - 1);
        int[] four = {image.getRGB(x, y), image.getRGB(right, y), image.getRGB(x, below), image.getRGB(right, below)};
        int red = 2;
        int green = 2;
        int blue = 2;
        for (int rgb : four) {
            red += red(rgb);
            green += green(rgb);
            blue += blue(rgb);
        }
        return ((red / 4) << 16) | ((green / 4) << 8) | (blue / 4);
    }

    private static int red(int rgb) {
        return (rgb >> 16) & 0xff;
    }

    private static int green(int rgb) {
        return (rgb >> 8) & 0xff;
    }

    private static int blue(int rgb) {
        return rgb & 0xff;
    }
}
