package garim.paper;

import java.awt.Color;
import java.util.List;

/**
 * How a piece of text looks.
 *
 * @param face its font
 * @param size in points
 * @param color of the letters
 */
record Style(Typeface face, double size, Color color) {
    /** Distance of base lines as a multiple of the size; Hangul fills its square and needs air. */
    private static final double LEADING = 1.5;

    /** Height of a line in points. */
    double lineHeight() {
        return size * LEADING;
    }

    /** Distance from the top of a line to its base line, in points. */
    double ascent() {
        return size * 1.1;
    }

    /** Width of a text in points. */
    double width(String text) {
        return face.glyphs().width(text, size);
    }

    /** Breaks a text into lines of a width in points. */
    List<String> lines(String text, double width) {
        return new LineBreaker(this::width).lines(face.glyphs().showable(text), width);
    }
}
