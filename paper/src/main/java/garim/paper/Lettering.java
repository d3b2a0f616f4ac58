package garim.paper;

import java.awt.Shape;

/**
 * Lettering gives the outlines of text, for drawing on pictures. It needs no font of the machine, and the outlines are the same
 * on every one.
 */
public final class Lettering {
    private final Glyphs glyphs;

    /** Lettering in a font that comes with the program. */
    public Lettering(FontFile file) {
        this.glyphs = Glyphs.of(file);
    }

    /**
     * The outline of one line of text: it begins near x = 0, its base line is y = 0, and y grows downwards.
     *
     * @param text what the font does not have becomes a box
     * @param size height of an em in pixels
     */
    public Shape outline(String text, double size) {
        return glyphs.outline(oneLine(text), size);
    }

    /** Width of a line of text in pixels at a size. */
    public double width(String text, double size) {
        return glyphs.width(oneLine(text), size);
    }

    private String oneLine(String text) {
        return glyphs.showable(text).replace('\n', ' ');
    }
}
