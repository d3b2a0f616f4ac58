package garim.paper;

import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;

/** The pages of one document while they are filled from top to bottom. */
final class Pages implements AutoCloseable {
    static final double LEFT = 56;
    static final double RIGHT = Sheet.WIDTH - 56;
    static final double WIDTH = RIGHT - LEFT;

    private static final double TOP = 62;
    private static final double BOTTOM = Sheet.HEIGHT - 68;
    private static final double EDGE_LINE = 0.6;

    private final PDDocument pdf;
    private final Styles styles;
    private final List<Sheet> sheets = new ArrayList<>();
    private double y = BOTTOM;

    /** No page yet; the first one comes with what is put on it. */
    Pages(PDDocument pdf, Styles styles) {
        this.pdf = pdf;
        this.styles = styles;
    }

    /** The page that is filled. */
    Sheet sheet() {
        return sheets.getLast();
    }

    /** How far it is filled, in points from its top. */
    double y() {
        return y;
    }

    /** Takes a height of the page; what is drawn there must have been made room for. */
    void advance(double height) {
        y += height;
    }

    /** Points that are left on the page. */
    double room() {
        return BOTTOM - y;
    }

    /** Points that an empty page has. */
    static double wholeRoom() {
        return BOTTOM - TOP;
    }

    /** Goes on to the next page unless this one has room; true when it went on. */
    boolean ensure(double height) {
        if (!sheets.isEmpty() && height <= room()) {
            return false;
        }
        boolean turned = !sheets.isEmpty();
        sheets.add(new Sheet(pdf));
        y = TOP;
        return turned;
    }

    /** Leaves a gap, unless the page has just begun. */
    void gap(double height) {
        if (!sheets.isEmpty() && y > TOP) {
            y += height;
        }
    }

    /** Writes the edges of all pages, now that their number is known. */
    void finish(Document document) {
        Style small = styles.small();
        String title = first(small, document.title(), WIDTH);
        for (int i = 0; i < sheets.size(); i++) {
            Sheet sheet = sheets.get(i);
            if (i > 0) {
                sheet.text(title, small, LEFT, TOP - 22);
                sheet.fill(LEFT, TOP - 16, WIDTH, EDGE_LINE, Styles.RULE);
            }
            String number = document.language().page(i + 1, sheets.size());
            double numberAt = RIGHT - small.width(number);
            sheet.fill(LEFT, BOTTOM + 16, WIDTH, EDGE_LINE, Styles.RULE);
            sheet.text(first(small, document.footer(), numberAt - LEFT - 12), small, LEFT, BOTTOM + 30);
            sheet.text(number, small, numberAt, BOTTOM + 30);
        }
    }

    private static String first(Style style, String text, double width) {
        List<String> lines = style.lines(text, width);
        return lines.size() == 1 ? lines.getFirst() : lines.getFirst() + "…";
    }

    @Override
    public void close() {
        sheets.forEach(Sheet::close);
    }
}
