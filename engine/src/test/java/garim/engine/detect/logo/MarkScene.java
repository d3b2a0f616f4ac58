package garim.engine.detect.logo;

import garim.engine.detect.Picture;
import garim.engine.frame.Box;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Random;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;

/** A scene is a made picture with marks laid into it under scale, rotation, perspective, occlusion and compression. */
final class MarkScene {
    private static final double CAMERA = 8;

    private final BufferedImage image;
    private final Random random;

    MarkScene(BufferedImage ground, Random random) {
        image = new BufferedImage(ground.getWidth(), ground.getHeight(), BufferedImage.TYPE_INT_RGB);
        image.getGraphics().drawImage(ground, 0, 0, null);
        this.random = random;
    }

    /** Shapes and shades without meaning. */
    static BufferedImage clutter(int width, int height, Random random) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setPaint(new GradientPaint(0, 0, color(random), width, height, color(random)));
        g.fillRect(0, 0, width, height);
        for (int i = 0; i < width * height / 2000; i++) {
            g.setColor(color(random));
            double x = random.nextDouble() * width;
            double y = random.nextDouble() * height;
            double side = 4 + random.nextDouble() * random.nextDouble() * 150;
            if (i % 3 == 0) {
                g.fill(new Ellipse2D.Double(x, y, side, side * (0.3 + random.nextDouble())));
            } else {
                Path2D path = new Path2D.Double();
                path.moveTo(x, y);
                for (int k = 0; k < 3 + i % 4; k++) {
                    path.lineTo(x + (random.nextDouble() - 0.5) * side, y + (random.nextDouble() - 0.5) * side);
                }
                g.fill(path);
            }
        }
        g.dispose();
        return image;
    }

    private static Color color(Random random) {
        return new Color(40 + random.nextInt(180), 40 + random.nextInt(180), 40 + random.nextInt(180));
    }

    /**
     * Lays a sign with a mark into the scene.
     *
     * @param content the part of the sign that is the mark
     * @param longSide of the mark itself before the turn, pixels
     * @param rotation in the picture, radians
     * @param slant away from the camera, radians, about an axis of a random direction
     * @return where the mark is
     */
    Box place(
            BufferedImage mark,
            Box content,
            double centerX,
            double centerY,
            double longSide,
            double rotation,
            double slant) {
        double unit = 2.0 / Math.max(content.width(), content.height());
        double axis = random.nextDouble() * 2 * Math.PI;
        // the mark's plane is turned about an axis in it, seen from a few of its own sizes away
        Warp toAxis = Warp.similarity(1, rotation - axis, 0, 0, 0, 0);
        Warp slanted = new Warp(Math.cos(slant), 0, 0, 0, 1, 0, Math.sin(slant) / CAMERA, 0);
        Warp back = Warp.similarity(longSide / 2, axis, 0, 0, centerX, centerY);
        Warp warp = back.after(slanted).after(toAxis);
        Warp ofPixels = warp.after(Warp.affine(unit, 0, 0, 0, unit, 0));
        paint(mark, warp, unit, ofPixels.bounds(mark.getWidth(), mark.getHeight()));
        double moveX = content.centerX() - mark.getWidth() / 2.0;
        double moveY = content.centerY() - mark.getHeight() / 2.0;
        return ofPixels.after(Warp.affine(1, 0, moveX, 0, 1, moveY)).bounds(content.width(), content.height());
    }

    /** Lays a mark on a light sign into the scene. */
    Box place(DrawnMark mark, double centerX, double centerY, double longSide, double rotation, double slant) {
        BufferedImage sign = mark.imageOn(new Color(235, 232, 225));
        return place(sign, mark.contentOnGround(), centerX, centerY, longSide, rotation, slant);
    }

    private void paint(BufferedImage mark, Warp warp, double unit, Box box) {
        int fine = 4;
        Box area = box.clamp(image.getWidth(), image.getHeight());
        Warp inverse = inverse(warp);
        for (int y = (int) area.y(); y < area.bottom(); y++) {
            for (int x = (int) area.x(); x < area.right(); x++) {
                double[] sum = new double[4];
                for (int k = 0; k < fine * fine; k++) {
                    double px = x + (k % fine + 0.5) / fine - 0.5;
                    int line = k / fine;
                    double py = y + (line + 0.5) / fine - 0.5;
                    int u = (int) Math.floor(inverse.x(px, py) / unit + mark.getWidth() / 2.0);
                    int v = (int) Math.floor(inverse.y(px, py) / unit + mark.getHeight() / 2.0);
                    if (u >= 0 && v >= 0 && u < mark.getWidth() && v < mark.getHeight()) {
                        add(sum, mark.getRGB(u, v));
                    }
                }
                double alpha = sum[3] / (fine * fine);
                if (alpha > 0 && x < image.getWidth() && y < image.getHeight()) {
                    image.setRGB(x, y, mixed(image.getRGB(x, y), sum, alpha));
                }
            }
        }
    }

    private static void add(double[] sum, int argb) {
        double alpha = (argb >>> 24) / 255.0;
        sum[0] += alpha * (argb >> 16 & 0xff);
        sum[1] += alpha * (argb >> 8 & 0xff);
        sum[2] += alpha * (argb & 0xff);
        sum[3] += alpha;
    }

    private static int mixed(int under, double[] sum, double alpha) {
        int result = 0;
        for (int k = 0; k < 3; k++) {
            int shift = 16 - 8 * k;
            int below = (under >> shift) & 0xff;
            int value = (int) Math.round(below * (1 - alpha) + alpha * sum[k] / sum[3]);
            result |= Math.clamp(value, 0, 255) << shift;
        }
        return result;
    }

    private static Warp inverse(Warp m) {
        double a = m.e() - m.f() * m.h();
        double b = m.c() * m.h() - m.b();
        double c = m.b() * m.f() - m.c() * m.e();
        double d = m.f() * m.g() - m.d();
        double e = m.a() - m.c() * m.g();
        double f = m.c() * m.d() - m.a() * m.f();
        double g = m.d() * m.h() - m.e() * m.g();
        double h = m.b() * m.g() - m.a() * m.h();
        double i = m.a() * m.e() - m.b() * m.d();
        return new Warp(a / i, b / i, c / i, d / i, e / i, f / i, g / i, h / i);
    }

    /** Hides a share of a box from one side. */
    void hide(Box box, double share) {
        Graphics2D g = image.createGraphics();
        BufferedImage cover = clutter(image.getWidth(), image.getHeight(), random);
        boolean across = random.nextBoolean();
        boolean far = random.nextBoolean();
        double width = across ? box.width() * share : box.width();
        double height = across ? box.height() : box.height() * share;
        double x = across && far ? box.right() - width : box.x();
        double y = !across && far ? box.bottom() - height : box.y();
        g.setClip((int) x - 1, (int) y - 1, (int) width + 2, (int) height + 2);
        g.drawImage(cover, 0, 0, null);
        g.dispose();
    }

    /** The scene after a JPEG of this quality, 0-1. */
    Picture picture(float quality) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
            ImageWriteParam param = writer.getDefaultWriteParam();
            param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            param.setCompressionQuality(quality);
            writer.setOutput(ImageIO.createImageOutputStream(bytes));
            writer.write(null, new IIOImage(image, null, null), param);
            writer.dispose();
            return picture(ImageIO.read(new ByteArrayInputStream(bytes.toByteArray())));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The pixels of an image. */
    static Picture picture(BufferedImage image) {
        int w = image.getWidth();
        int h = image.getHeight();
        byte[][] planes = new byte[3][w * h];
        int[] rgb = image.getRGB(0, 0, w, h, null, 0, w);
        for (int i = 0; i < rgb.length; i++) {
            planes[0][i] = (byte) (rgb[i] >> 16);
            planes[1][i] = (byte) (rgb[i] >> 8);
            planes[2][i] = (byte) rgb[i];
        }
        return new Picture(w, h, planes[0], planes[1], planes[2]);
    }
}
