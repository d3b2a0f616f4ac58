package garim.paper;

import java.awt.Color;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.UUID;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;

/**
 * Prints documents as PDF on A4, with the parts of the font that they use inside. The bytes depend on the document alone.
 *
 * <pre>{@code
 * byte[] pdf = new PdfPrinter().print(document);
 * }</pre>
 */
public final class PdfPrinter {
    private static final double BAR = 4;
    private static final double NOTICE_PAD = 9;
    /** A heading at the foot of a page without anything below it would head nothing. */
    private static final double BELOW_HEADING = 46;

    /**
     * The bytes of the PDF.
     *
     * @throws PaperException FONT_MISSING, PRINT_FAILED
     */
    public byte[] print(Document document) {
        try (PDDocument pdf = new PDDocument()) {
            describe(pdf, document);
            fill(pdf, document);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            pdf.save(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new PaperException(PaperErrorCode.PRINT_FAILED, document.title(), e.toString(), e);
        }
    }

    private static void describe(PDDocument pdf, Document document) {
        PDDocumentInformation information = pdf.getDocumentInformation();
        GregorianCalendar created = GregorianCalendar.from(document.created().atZone(ZoneOffset.UTC));
        information.setTitle(document.title());
        information.setProducer("Garim");
        information.setCreationDate(created);
        information.setModificationDate(created);
        byte[] name = (document.id() + document.created()).getBytes(StandardCharsets.UTF_8);
        pdf.setDocumentId(UUID.nameUUIDFromBytes(name).getMostSignificantBits());
        pdf.getDocumentCatalog().setLanguage(document.language().code());
        PDViewerPreferences preferences =
                new PDViewerPreferences(pdf.getDocumentCatalog().getCOSObject());
        preferences.setDisplayDocTitle(true);
        pdf.getDocumentCatalog().setViewerPreferences(preferences);
    }

    private static void fill(PDDocument pdf, Document document) {
        Styles styles = Styles.of(pdf);
        try (Pages pages = new Pages(pdf, styles)) {
            title(pages, styles, document.title());
            document.blocks().forEach(block -> put(pages, styles, block));
            pages.finish(document);
        }
    }

    private static void title(Pages pages, Styles styles, String title) {
        lines(pages, styles.title(), title, Pages.LEFT, Pages.WIDTH);
        pages.advance(4);
        pages.sheet().fill(Pages.LEFT, pages.y(), Pages.WIDTH, 1.2, Styles.INK);
        pages.advance(12);
    }

    private static void put(Pages pages, Styles styles, Block block) {
        switch (block) {
            case Block.Heading heading -> {
                pages.gap(12);
                pages.ensure(styles.heading().lineHeight() + BELOW_HEADING);
                lines(pages, styles.heading(), heading.text(), Pages.LEFT, Pages.WIDTH);
                pages.advance(3);
            }
            case Block.Paragraph paragraph -> {
                lines(pages, styles.body(), paragraph.text(), Pages.LEFT, Pages.WIDTH);
                pages.advance(6);
            }
            case Block.Notice notice -> notice(pages, styles.body(), notice);
            case Block.Facts facts -> {
                Grid.put(pages, styles, facts);
                pages.advance(6);
            }
            case Block.Table table -> {
                Grid.put(pages, styles, table);
                pages.advance(6);
            }
        }
    }

    private static void lines(Pages pages, Style style, String text, double x, double width) {
        for (String line : style.lines(text, width)) {
            pages.ensure(style.lineHeight());
            pages.sheet().text(line, style, x, pages.y() + style.ascent());
            pages.advance(style.lineHeight());
        }
    }

    /** A notice goes line by line with its ground, so that a long one may run over pages. */
    private static void notice(Pages pages, Style style, Block.Notice notice) {
        Block.Tone tone = notice.tone();
        List<String> lines = style.lines(notice.text(), Pages.WIDTH - BAR - 2 * NOTICE_PAD);
        double whole = lines.size() * style.lineHeight() + 2 * NOTICE_PAD;
        pages.ensure(Math.min(whole, Pages.wholeRoom() / 2));
        ground(pages, tone, NOTICE_PAD);
        for (String line : lines) {
            pages.ensure(style.lineHeight());
            double base = pages.y() + style.ascent();
            ground(pages, tone, style.lineHeight());
            pages.sheet().text(line, style, Pages.LEFT + BAR + NOTICE_PAD, base);
        }
        ground(pages, tone, NOTICE_PAD);
        pages.advance(8);
    }

    private static void ground(Pages pages, Block.Tone tone, double height) {
        pages.sheet().fill(Pages.LEFT, pages.y(), Pages.WIDTH, height, Styles.GROUND);
        pages.sheet().fill(Pages.LEFT, pages.y(), BAR, height, color(tone));
        pages.advance(height);
    }

    private static Color color(Block.Tone tone) {
        return switch (tone) {
            case NEUTRAL -> new Color(0x2f6feb);
            case GOOD -> new Color(0x1a7f37);
            case WARNING -> new Color(0xcf222e);
        };
    }
}
