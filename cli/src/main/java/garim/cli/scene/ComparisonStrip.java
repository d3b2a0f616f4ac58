package garim.cli.scene;

import garim.engine.frame.Frame;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.imageio.ImageIO;

/** A comparison strip shows moments of a clip side by side: before masking on top, after masking below. */
public final class ComparisonStrip {
    /**
     * One moment.
     *
     * @param label what is written above it; capitals, digits and {@code . : - / %} are shown
     * @param before picture before masking
     * @param after picture after masking, as large as the other
     */
    public record Moment(String label, BufferedImage before, BufferedImage after) {
        public Moment {
            Objects.requireNonNull(label);
            if (before.getWidth() != after.getWidth() || before.getHeight() != after.getHeight()) {
                throw new IllegalArgumentException("pictures before and after differ in size");
            }
        }

        /** The moment of two frames. */
        public static Moment of(String label, Frame before, Frame after) {
            return new Moment(label, FramePicture.of(before), FramePicture.of(after));
        }
    }

    private static final int GAP = 6;
    private static final int LETTER_SIZE = 2;
    private static final int HEAD = Lettering.height(LETTER_SIZE) + 2 * GAP;
    private static final Color PAPER = new Color(0x1c, 0x1f, 0x24);
    private static final Color INK = new Color(0xf0, 0xf0, 0xf0);

    private final int momentWidth;

    /**
     * Creates an empty strip.
     *
     * @param momentWidth width of each picture in the strip, in pixels; pictures are never enlarged
     */
    public ComparisonStrip(int momentWidth) {
        if (momentWidth < 16) {
            throw new IllegalArgumentException("a strip of " + momentWidth + " pixels shows nothing");
        }
        this.momentWidth = momentWidth;
    }

    /** Draws at least one moment. */
    public BufferedImage draw(List<Moment> moments) {
        List<BufferedImage> before =
                reduced(moments.stream().map(Moment::before).toList());
        List<BufferedImage> after = reduced(moments.stream().map(Moment::after).toList());
        int side = Lettering.width("BEFORE", LETTER_SIZE) + 2 * GAP;
        int height = before.stream().mapToInt(BufferedImage::getHeight).max().orElseThrow();
        int width = before.stream().mapToInt(b -> b.getWidth() + GAP).sum();
        BufferedImage strip = new BufferedImage(side + width, HEAD + 2 * (height + GAP), BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = strip.createGraphics();
        graphics.setColor(PAPER);
        graphics.fillRect(0, 0, strip.getWidth(), strip.getHeight());
        write(graphics, "BEFORE", GAP, HEAD + height / 2);
        write(graphics, "AFTER", GAP, HEAD + height + GAP + height / 2);
        int left = side;
        for (int i = 0; i < moments.size(); i++) {
            write(graphics, moments.get(i).label(), left, GAP);
            graphics.drawImage(before.get(i), left, HEAD, null);
            graphics.drawImage(after.get(i), left, HEAD + height + GAP, null);
            left += before.get(i).getWidth() + GAP;
        }
        graphics.dispose();
        return strip;
    }

    /**
     * Draws at least one moment into a PNG file, which it replaces.
     *
     * @throws IOException when the file cannot be written
     */
    public void write(Path png, List<Moment> moments) throws IOException {
        try (var out = Files.newOutputStream(png)) {
            if (!ImageIO.write(draw(moments), "png", out)) {
                throw new IOException("no PNG writer for " + png);
            }
        }
    }

    private List<BufferedImage> reduced(List<BufferedImage> pictures) {
        List<BufferedImage> small = new ArrayList<>();
        for (BufferedImage picture : pictures) {
            small.add(Reduced.by(picture, Math.min(1, (double) momentWidth / picture.getWidth())));
        }
        return small;
    }

    private static void write(Graphics2D graphics, String text, int left, int top) {
        Lettering.draw(graphics, text, left, top, LETTER_SIZE, INK);
    }
}
