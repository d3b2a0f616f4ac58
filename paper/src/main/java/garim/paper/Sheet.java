package garim.paper;

import java.awt.Color;
import java.io.IOException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/** A sheet is one page of A4 on which is drawn; distances are points from the top left corner. */
final class Sheet implements AutoCloseable {
    static final double WIDTH = PDRectangle.A4.getWidth();
    static final double HEIGHT = PDRectangle.A4.getHeight();

    private final PDPageContentStream content;

    /** Adds an empty page to a document. */
    Sheet(PDDocument document) {
        PDPage page = new PDPage(PDRectangle.A4);
        document.addPage(page);
        try {
            content = new PDPageContentStream(document, page);
        } catch (IOException e) {
            throw failed(e);
        }
    }

    /** Writes one line of showable text from x on; y is its base line. */
    void text(String line, Style style, double x, double y) {
        if (line.isEmpty()) {
            return;
        }
        try {
            content.beginText();
            content.setFont(style.face().font(), (float) style.size());
            content.setNonStrokingColor(style.color());
            content.newLineAtOffset((float) x, (float) (HEIGHT - y));
            content.showText(line);
            content.endText();
        } catch (IOException e) {
            throw failed(e);
        }
    }

    /** Fills a rectangle. */
    void fill(double x, double y, double width, double height, Color color) {
        try {
            content.setNonStrokingColor(color);
            content.addRect((float) x, (float) (HEIGHT - y - height), (float) width, (float) height);
            content.fill();
        } catch (IOException e) {
            throw failed(e);
        }
    }

    @Override
    public void close() {
        try {
            content.close();
        } catch (IOException e) {
            throw failed(e);
        }
    }

    private static PaperException failed(IOException e) {
        return new PaperException(PaperErrorCode.PRINT_FAILED, "page", e.toString(), e);
    }
}
