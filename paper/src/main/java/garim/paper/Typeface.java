package garim.paper;

import java.io.IOException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/**
 * A font of one document.
 *
 * @param font the same font for the library
 * @param glyphs what it can show
 */
record Typeface(PDType0Font font, Glyphs glyphs) {
    /** Loads a font into a document, which closes it; only what is used of it will be embedded. */
    static Typeface load(PDDocument document, FontFile file) {
        Glyphs glyphs = Glyphs.of(file);
        document.registerTrueTypeFontForClosing(glyphs.file());
        try {
            return new Typeface(PDType0Font.load(document, glyphs.file(), true), glyphs);
        } catch (IOException e) {
            throw new PaperException(PaperErrorCode.FONT_MISSING, file.name(), e.toString(), e);
        }
    }
}
