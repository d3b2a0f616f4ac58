package garim.paper;

import java.io.IOException;
import java.io.InputStream;
import java.text.Normalizer;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** A font of one document: which characters it can show, and how wide they are. */
final class Typeface {
    /** Stands for a character that the font cannot show. */
    private static final int UNKNOWN = '□';

    private final PDType0Font font;
    private final TrueTypeFont file;
    private final CmapLookup glyphs;

    private Typeface(PDType0Font font, TrueTypeFont file) throws IOException {
        this.font = font;
        this.file = file;
        this.glyphs = file.getUnicodeCmapLookup();
    }

    /** Loads a font into a document, which closes it; only what is used of it will be embedded. */
    static Typeface load(PDDocument document, FontFile file) {
        try (InputStream stream = file.open()) {
            TrueTypeFont parsed = new TTFParser().parse(new RandomAccessReadBuffer(stream));
            document.registerTrueTypeFontForClosing(parsed);
            return new Typeface(PDType0Font.load(document, parsed, true), parsed);
        } catch (IOException e) {
            throw new PaperException(PaperErrorCode.FONT_MISSING, file.name(), e.toString(), e);
        }
    }

    /** The same font for the library. */
    PDType0Font font() {
        return font;
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

    /** Width in points of a text that is showable. */
    double width(String text, double size) {
        try {
            long units = 0;
            for (int at = 0; at < text.length(); at = text.offsetByCodePoints(at, 1)) {
                units += file.getAdvanceWidth(glyphs.getGlyphId(text.codePointAt(at)));
            }
            return units * size / file.getUnitsPerEm();
        } catch (IOException e) {
            throw new PaperException(PaperErrorCode.FONT_MISSING, "font", e.toString(), e);
        }
    }
}
