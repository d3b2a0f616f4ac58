package garim.paper;

import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.io.IOException;
import java.io.InputStream;
import java.text.Normalizer;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.GlyphData;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/** The glyphs of a font file: which characters it can show, how wide they are, what they look like. */
final class Glyphs {
    /** Stands for a character that the font cannot show. */
    private static final int UNKNOWN = '□';

    private final TrueTypeFont file;
    private final CmapLookup glyphs;

    private Glyphs(TrueTypeFont file) throws IOException {
        this.file = file;
        this.glyphs = file.getUnicodeCmapLookup();
    }

    /** The glyphs of a font that comes with the program. */
    static Glyphs of(FontFile file) {
        try (InputStream stream = file.open()) {
            return new Glyphs(new TTFParser().parse(new RandomAccessReadBuffer(stream)));
        } catch (IOException e) {
            throw new PaperException(PaperErrorCode.FONT_MISSING, file.name(), e.toString(), e);
        }
    }

    /** The font for the library; whoever asks for it closes it. */
    TrueTypeFont file() {
        return file;
    }

    /** The text as it can be shown: composed syllables, spaces for controls, a box for what the font does not have. */
    String showable(String text) {
        StringBuilder result = new StringBuilder(text.length());
        Normalizer.normalize(text, Normalizer.Form.NFC)
                .codePoints()
                .filter(point -> Character.getType(point) != Character.FORMAT)
                .map(this::showable)
                .forEach(result::appendCodePoint);
        return result.toString();
    }

    private int showable(int point) {
        if (point == '\n') {
            return point;
        }
        if (Character.isISOControl(point)) {
            return ' ';
        }
        return glyphs.getGlyphId(point) == 0 ? UNKNOWN : point;
    }

    /** Width of a text that is showable, in the unit of the size. */
    double width(String text, double size) {
        try {
            long units = 0;
            for (int at = 0; at < text.length(); at = text.offsetByCodePoints(at, 1)) {
                units += file.getAdvanceWidth(glyphs.getGlyphId(text.codePointAt(at)));
            }
            return units * size / file.getUnitsPerEm();
        } catch (IOException e) {
            throw failed(e);
        }
    }

    /** The outline of a text that is showable; it begins at 0, and y is 0 on the base line and grows downwards. */
    Path2D outline(String text, double size) {
        try {
            double scale = size / file.getUnitsPerEm();
            Path2D outline = new Path2D.Double(Path2D.WIND_NON_ZERO);
            double x = 0;
            for (int at = 0; at < text.length(); at = text.offsetByCodePoints(at, 1)) {
                int id = glyphs.getGlyphId(text.codePointAt(at));
                GlyphData glyph = file.getGlyph().getGlyph(id);
                if (glyph != null) {
                    outline.append(
                            glyph.getPath().getPathIterator(new AffineTransform(scale, 0, 0, -scale, x, 0)), false);
                }
                x += file.getAdvanceWidth(id) * scale;
            }
            return outline;
        } catch (IOException e) {
            throw failed(e);
        }
    }

    private static PaperException failed(IOException e) {
        return new PaperException(PaperErrorCode.FONT_MISSING, "font", e.toString(), e);
    }
}
