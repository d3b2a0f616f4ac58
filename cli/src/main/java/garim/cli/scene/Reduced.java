package garim.cli.scene;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;

/** Makes pictures smaller without jagged edges: by halves as long as possible, then the rest. */
final class Reduced {
    private Reduced() {}

    static BufferedImage by(BufferedImage image, double scale) {
        int width = Math.max(2, (int) Math.round(image.getWidth() * scale));
        int height = Math.max(2, (int) Math.round(image.getHeight() * scale));
        return to(image, width, height);
    }

    static BufferedImage to(BufferedImage image, int width, int height) {
        BufferedImage current = image;
        while (current.getWidth() >= 2 * width && current.getHeight() >= 2 * height) {
            current = drawn(current, current.getWidth() / 2, current.getHeight() / 2);
        }
        return drawn(current, width, height);
    }

    private static BufferedImage drawn(BufferedImage image, int width, int height) {
        BufferedImage target = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = target.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        graphics.drawImage(image, 0, 0, width, height, null);
        graphics.dispose();
        return target;
    }
}
