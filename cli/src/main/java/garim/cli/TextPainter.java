package garim.cli;

import garim.engine.mask.TextStamp;
import garim.paper.FontFile;
import garim.paper.Lettering;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;

/** Draws text as stamps: bold white letters with a dark rim. */
final class TextPainter {
    /** Width of the rim as a share of the size. */
    private static final double RIM = 0.16;

    private final Lettering lettering = new Lettering(FontFile.BOLD);

    /**
     * The stamp of a line of text, as large as the text and its rim.
     *
     * @param text not blank
     * @param size height of an em in pixels
     * @param degrees by which the text rises to the right
     */
    TextStamp paint(String text, double size, double degrees) {
        if (text.isBlank()) {
            throw new IllegalArgumentException("there is no text to draw");
        }
        Shape letters = AffineTransform.getRotateInstance(Math.toRadians(-degrees))
                .createTransformedShape(lettering.outline(text, size));
        float rim = (float) Math.max(1.5, size * RIM);
        Shape around =
                new BasicStroke(2 * rim, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND).createStrokedShape(letters);
        Rectangle2D bounds = around.getBounds2D().createUnion(letters.getBounds2D());
        int width = even(bounds.getWidth());
        int height = even(bounds.getHeight());
        AffineTransform place = AffineTransform.getTranslateInstance(
                (width - bounds.getWidth()) / 2 - bounds.getX(), (height - bounds.getHeight()) / 2 - bounds.getY());
        byte[] ink = shares(place.createTransformedShape(letters), width, height);
        byte[] dark = shares(place.createTransformedShape(around), width, height);
        for (int i = 0; i < dark.length; i++) {
            dark[i] = (byte) Math.max(dark[i] & 0xff, ink[i] & 0xff);
        }
        return new TextStamp(width, height, ink, dark);
    }

    /** The size at which a line of text is so wide at most. */
    double sizeWithin(String text, double size, double width) {
        return Math.min(size, width / Math.max(1, lettering.width(text, 1)));
    }

    private static int even(double side) {
        return (int) Math.ceil((side + 2) / 2) * 2;
    }

    /** How much of each pixel a shape covers. */
    private static byte[] shares(Shape shape, int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        graphics.setColor(Color.WHITE);
        graphics.fill(shape);
        graphics.dispose();
        return ((DataBufferByte) image.getRaster().getDataBuffer()).getData().clone();
    }
}
