package garim.engine.detect.logo;

import garim.engine.frame.Box;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Area;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.Map;

/** Trademarks of nobody, drawn for tests: with and without texture, one or several tones, words without any font. */
enum DrawnMark {
    /** A ring with a star and a word. */
    EMBLEM(200, 200),
    /** A word in heavy capitals. */
    WORD(300, 80),
    /** Another word, of thin capitals. */
    THIN_WORD(260, 90),
    /** A flat crescent. */
    CRESCENT(180, 180),
    /** Three slanted bars. */
    BARS(200, 150),
    /** A shield of two tones with chevrons. */
    SHIELD(170, 200),
    /** A spiral. */
    SPIRAL(200, 200),
    /** A fox of flat polygons in four tones. */
    FOX(200, 190),
    /** Five overlapping rings. */
    RINGS(260, 120),
    /** A disc with a bolt cut out. */
    BOLT(180, 180);

    /** Strokes of letters on a grid of 4 x 6. */
    private static final Map<Character, String> STROKES = Map.ofEntries(
            Map.entry('K', "00-06 40-03 03-46"),
            Map.entry('O', "00-40 40-46 46-06 06-00"),
            Map.entry('P', "06-00 00-40 40-43 43-03"),
            Map.entry('I', "20-26"),
            Map.entry('T', "00-40 20-26"),
            Map.entry('A', "06-20 20-46 14-34"),
            Map.entry('N', "06-00 00-46 46-40"),
            Map.entry('V', "00-26 26-40"),
            Map.entry('R', "06-00 00-40 40-43 43-03 03-46"),
            Map.entry('E', "40-00 00-06 06-46 03-33"),
            Map.entry('S', "40-00 00-03 03-43 43-46 46-06"),
            Map.entry('M', "06-00 00-23 23-40 40-46"));

    private final int width;
    private final int height;

    DrawnMark(int width, int height) {
        this.width = width;
        this.height = height;
    }

    /** The mark on transparent ground. */
    BufferedImage image() {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        Graphics2D g = graphics(image);
        draw(g);
        g.dispose();
        return image;
    }

    /** The mark on a ground of one colour, with a rim of a tenth. */
    BufferedImage imageOn(Color ground) {
        int rim = Math.max(width, height) / 10;
        BufferedImage image = new BufferedImage(width + 2 * rim, height + 2 * rim, BufferedImage.TYPE_INT_ARGB);
        Graphics2D g = graphics(image);
        g.setColor(ground);
        g.fillRect(0, 0, image.getWidth(), image.getHeight());
        g.drawImage(image(), rim, rim, null);
        g.dispose();
        return image;
    }

    /** The part of {@link #imageOn} that is the mark. */
    Box contentOnGround() {
        int rim = Math.max(width, height) / 10;
        BufferedImage image = image();
        Box content = new Box(0, 0, 0, 0);
        for (int i = 0; i < width * height; i++) {
            if (image.getRGB(i % width, i / width) >>> 24 > 127) {
                Box pixel = new Box(i % width + rim, i / width + rim, 1, 1);
                content = content.isEmpty() ? pixel : content.union(pixel);
            }
        }
        return content;
    }

    /** A reference of an image. */
    static LogoReference reference(String name, BufferedImage image) {
        int w = image.getWidth();
        int h = image.getHeight();
        return LogoReference.of(name, "0".repeat(64), w, h, image.getRGB(0, 0, w, h, null, 0, w));
    }

    /** A reference of the mark on transparent ground. */
    LogoReference reference() {
        return reference(name(), image());
    }

    private static Graphics2D graphics(BufferedImage image) {
        Graphics2D g = image.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        return g;
    }

    private void draw(Graphics2D g) {
        switch (this) {
            case EMBLEM -> emblem(g);
            case WORD -> word(g, "KOPIA", 13, new Color(30, 30, 30));
            case THIN_WORD -> word(g, "NVRES", 9, new Color(20, 40, 120));
            case CRESCENT -> fill(g, new Color(180, 20, 30), crescent());
            case BARS -> bars(g);
            case SHIELD -> shield(g);
            case SPIRAL -> spiral(g);
            case FOX -> fox(g);
            case RINGS -> rings(g);
            case BOLT -> bolt(g);
        }
    }

    private static void fill(Graphics2D g, Color color, Shape shape) {
        g.setColor(color);
        g.fill(shape);
    }

    private static Path2D polygon(double... xy) {
        Path2D path = new Path2D.Double();
        path.moveTo(xy[0], xy[1]);
        for (int i = 2; i < xy.length; i += 2) {
            path.lineTo(xy[i], xy[i + 1]);
        }
        path.closePath();
        return path;
    }

    private static Path2D letter(char letter) {
        Path2D path = new Path2D.Double();
        for (String stroke : STROKES.getOrDefault(letter, "").split(" ", -1)) {
            path.moveTo((stroke.charAt(0) - '0') / 4.0, (stroke.charAt(1) - '0') / 6.0);
            path.lineTo((stroke.charAt(3) - '0') / 4.0, (stroke.charAt(4) - '0') / 6.0);
        }
        return path;
    }

    private void word(Graphics2D g, String word, float stroke, Color color) {
        g.setColor(color);
        double cell = (double) width / word.length();
        for (int i = 0; i < word.length(); i++) {
            AffineTransform place = AffineTransform.getTranslateInstance(i * cell + stroke, stroke);
            place.scale(cell - 2 * stroke, height - 2 * stroke);
            g.setStroke(new BasicStroke(stroke, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER));
            g.draw(place.createTransformedShape(letter(word.charAt(i))));
        }
    }

    private void emblem(Graphics2D g) {
        fill(g, new Color(0, 90, 60), new Ellipse2D.Double(0, 0, 200, 200));
        fill(g, Color.WHITE, new Ellipse2D.Double(14, 14, 172, 172));
        fill(g, new Color(0, 90, 60), new Ellipse2D.Double(22, 22, 156, 156));
        double[] star = new double[20];
        for (int i = 0; i < 10; i++) {
            double radius = i % 2 == 0 ? 52 : 21;
            star[2 * i] = 100 + radius * Math.sin(i * Math.PI / 5);
            star[2 * i + 1] = 82 - radius * Math.cos(i * Math.PI / 5);
        }
        fill(g, new Color(250, 220, 120), polygon(star));
        g.setColor(Color.WHITE);
        g.setStroke(new BasicStroke(5));
        for (int i = 0; i < 4; i++) {
            AffineTransform place = AffineTransform.getTranslateInstance(56 + 24 * i, 136);
            place.scale(16, 22);
            g.draw(place.createTransformedShape(letter("MIRA".charAt(i))));
        }
    }

    private static Shape crescent() {
        Area moon = new Area(new Ellipse2D.Double(10, 10, 160, 160));
        moon.subtract(new Area(new Ellipse2D.Double(55, 0, 130, 130)));
        return moon;
    }

    private static void bars(Graphics2D g) {
        for (int i = 0; i < 3; i++) {
            double left = 8 + 58 * i;
            double top = 84 - 40 * i;
            fill(g, Color.BLACK, polygon(left, top, left + 40, top - 4, left + 66, 146, left + 26, 146));
        }
    }

    private static void shield(Graphics2D g) {
        Path2D shield = new Path2D.Double();
        shield.moveTo(5, 10);
        shield.lineTo(165, 10);
        shield.lineTo(165, 100);
        shield.quadTo(160, 165, 85, 195);
        shield.quadTo(10, 165, 5, 100);
        shield.closePath();
        fill(g, new Color(30, 60, 150), shield);
        for (int i = 0; i < 3; i++) {
            double y = 55 + 38 * i;
            fill(g, new Color(240, 240, 240), polygon(30, y, 85, y - 30, 140, y, 140, y + 16, 85, y - 14, 30, y + 16));
        }
    }

    private static void spiral(Graphics2D g) {
        Path2D path = new Path2D.Double();
        path.moveTo(100, 100);
        for (double t = 0; t < 5.2 * Math.PI; t += 0.1) {
            path.lineTo(100 + 5.5 * t * Math.cos(t), 100 + 5.5 * t * Math.sin(t));
        }
        g.setColor(new Color(120, 30, 130));
        g.setStroke(new BasicStroke(13, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        g.draw(path);
    }

    private static void fox(Graphics2D g) {
        fill(g, new Color(225, 110, 30), polygon(10, 10, 75, 60, 125, 60, 190, 10, 180, 110, 100, 185, 20, 110));
        fill(g, new Color(250, 240, 230), polygon(25, 112, 80, 105, 100, 180));
        fill(g, new Color(250, 240, 230), polygon(175, 112, 120, 105, 100, 180));
        fill(g, new Color(140, 60, 20), polygon(20, 24, 62, 60, 30, 80));
        fill(g, new Color(140, 60, 20), polygon(180, 24, 138, 60, 170, 80));
        fill(g, new Color(20, 20, 20), polygon(86, 160, 114, 160, 100, 182));
        fill(g, new Color(20, 20, 20), new Ellipse2D.Double(58, 86, 16, 16));
        fill(g, new Color(20, 20, 20), new Ellipse2D.Double(126, 86, 16, 16));
    }

    private static void rings(Graphics2D g) {
        g.setStroke(new BasicStroke(9));
        for (int i = 0; i < 5; i++) {
            g.setColor(new Color(40 + 30 * (i % 2), 60, 90 + 20 * (i % 3)));
            g.draw(new Ellipse2D.Double(8 + 44 * i, i % 2 == 0 ? 8 : 44, 68, 68));
        }
    }

    private static void bolt(Graphics2D g) {
        Area disc = new Area(new Ellipse2D.Double(5, 5, 170, 170));
        disc.subtract(new Area(polygon(100, 20, 50, 100, 84, 100, 72, 160, 130, 78, 94, 78)));
        disc.subtract(new Area(new Rectangle2D.Double(0, 168, 180, 12)));
        fill(g, new Color(20, 120, 170), disc);
    }
}
