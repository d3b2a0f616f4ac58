package garim.paper;

import java.awt.Color;
import org.apache.pdfbox.pdmodel.PDDocument;

/**
 * The few looks that text has in a document.
 *
 * @param title of the first page
 * @param heading of a part
 * @param body running text
 * @param cell in tables
 * @param name heads of tables, names of facts
 * @param small what stands at the edges of each page
 */
record Styles(Style title, Style heading, Style body, Style cell, Style name, Style small) {
    /** Letters. */
    static final Color INK = new Color(0x1f2328);
    /** What is less important. */
    static final Color FAINT = new Color(0x656d76);
    /** Lines. */
    static final Color RULE = new Color(0xd0d7de);
    /** Ground of heads and boxes. */
    static final Color GROUND = new Color(0xf3f5f7);

    /** The looks of a document, with its fonts. */
    static Styles of(PDDocument document) {
        Typeface regular = Typeface.load(document, FontFile.REGULAR);
        Typeface bold = Typeface.load(document, FontFile.BOLD);
        return new Styles(
                new Style(bold, 20, INK),
                new Style(bold, 12.5, INK),
                new Style(regular, 10, INK),
                new Style(regular, 9, INK),
                new Style(bold, 9, INK),
                new Style(regular, 8, FAINT));
    }
}
