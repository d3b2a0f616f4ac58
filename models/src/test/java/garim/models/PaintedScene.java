package garim.models;

import garim.engine.detect.Picture;
import garim.engine.frame.Box;
import java.awt.Color;
import java.awt.Font;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.awt.image.ConvolveOp;
import java.awt.image.Kernel;
import java.awt.image.RescaleOp;
import java.util.Arrays;
import java.util.List;

/** A painted scene of 640 x 360 pixels, with boards that carry writing in the logical sans-serif font. */
final class PaintedScene {
    private static final int WIDTH = 640;
    private static final int HEIGHT = 360;

    private BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);

    PaintedScene() {
        Graphics2D pen = pen();
        pen.setPaint(new GradientPaint(0, 0, new Color(150, 160, 170), 0, HEIGHT, new Color(70, 70, 75)));
        pen.fillRect(0, 0, WIDTH, HEIGHT);
        pen.setPaint(new Color(60, 30, 35));
        pen.fillRect(0, 90, WIDTH, 220);
        pen.dispose();
    }

    private Graphics2D pen() {
        Graphics2D pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        return pen;
    }

    /** Paints a board with dark writing in its middle, through a transform, and gives its bounds in the picture. */
    Box board(Rectangle2D place, Color ground, List<String> lines, AffineTransform view) {
        Graphics2D pen = pen();
        pen.transform(view);
        pen.setColor(ground);
        pen.fill(place);
        pen.setColor(new Color(20, 20, 25));
        double lineHeight = place.getHeight() / lines.size();
        for (int i = 0; i < lines.size(); i++) {
            write(pen, lines.get(i), place, place.getY() + i * lineHeight, lineHeight);
        }
        pen.dispose();
        Shape seen = view.createTransformedShape(place);
        Rectangle2D bounds = seen.getBounds2D();
        return new Box(bounds.getX(), bounds.getY(), bounds.getWidth(), bounds.getHeight());
    }

    private static void write(Graphics2D pen, String text, Rectangle2D place, double top, double height) {
        Font font = new Font(Font.SANS_SERIF, Font.BOLD, 100);
        Rectangle2D ink =
                font.createGlyphVector(pen.getFontRenderContext(), text).getVisualBounds();
        double scale = Math.min(0.66 * height / ink.getHeight(), 0.86 * place.getWidth() / ink.getWidth());
        AffineTransform before = pen.getTransform();
        pen.translate(place.getCenterX(), top + height / 2);
        pen.scale(scale, scale);
        pen.setFont(font);
        pen.drawString(text, (float) -ink.getCenterX(), (float) -ink.getCenterY());
        pen.setTransform(before);
    }

    /** Makes it night: a fifth of the light. */
    PaintedScene darken() {
        image = new RescaleOp(0.2f, 6, null).filter(image, null);
        return this;
    }

    /** Blurs by a square mean of this side in pixels. */
    PaintedScene blur(int side) {
        float[] shares = new float[side * side];
        Arrays.fill(shares, 1f / shares.length);
        image = new ConvolveOp(new Kernel(side, side, shares), ConvolveOp.EDGE_NO_OP, null).filter(image, null);
        return this;
    }

    Picture picture() {
        return DemoPhotograph.pictureOf(image);
    }
}
