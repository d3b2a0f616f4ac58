package garim.paper;

import java.util.ArrayList;
import java.util.List;

/** Puts the rows of a table or of facts on pages; the head comes again at the top of each. */
final class Grid {
    private static final double PAD_X = 5;
    private static final double PAD_Y = 3;
    private static final double RULE = 0.5;

    /**
     * One column on the page.
     *
     * @param x left edge in points
     * @param width in points
     * @param style of its texts
     * @param side where they stand
     */
    private record Lane(double x, double width, Style style, Block.Side side) {
        List<String> lines(String text) {
            return style.lines(text, width - 2 * PAD_X);
        }

        double textAt(String line) {
            return side == Block.Side.LEFT ? x + PAD_X : x + width - PAD_X - style.width(line);
        }

        Lane styled(Style other) {
            return new Lane(x, width, other, side);
        }
    }

    private final Pages pages;
    private final List<Lane> lanes;
    private final List<Lane> headLanes;
    private final List<String> heads;

    private Grid(Pages pages, List<Lane> lanes, Style headStyle, List<String> heads) {
        this.pages = pages;
        this.lanes = lanes;
        this.headLanes = lanes.stream().map(lane -> lane.styled(headStyle)).toList();
        this.heads = heads;
    }

    /** Puts a table on the pages. */
    static void put(Pages pages, Styles styles, Block.Table table) {
        double total =
                table.columns().stream().mapToDouble(Block.Column::weight).sum();
        List<Lane> lanes = new ArrayList<>();
        double x = Pages.LEFT;
        for (Block.Column column : table.columns()) {
            double width = Pages.WIDTH * column.weight() / total;
            lanes.add(new Lane(x, width, styles.cell(), column.side()));
            x += width;
        }
        List<String> heads = table.columns().stream().map(Block.Column::head).toList();
        Grid grid = new Grid(pages, lanes, styles.name(), heads);
        grid.begin();
        table.rows().forEach(grid::put);
    }

    /** Puts facts on the pages. */
    static void put(Pages pages, Styles styles, Block.Facts facts) {
        double names = Pages.WIDTH * 0.28;
        List<Lane> lanes = List.of(
                new Lane(Pages.LEFT, names, styles.name(), Block.Side.LEFT),
                new Lane(Pages.LEFT + names, Pages.WIDTH - names, styles.cell(), Block.Side.LEFT));
        Grid grid = new Grid(pages, lanes, styles.name(), List.of());
        facts.facts().forEach(fact -> grid.put(List.of(fact.name(), fact.value())));
    }

    private void begin() {
        // A head alone at the foot of a page would look like a table without rows.
        pages.ensure(height(row(heads, headLanes)) + oneLine());
        drawHead();
    }

    private void put(List<String> texts) {
        Row rest = row(texts, lanes);
        while (rest.lines() > 0) {
            turnPageFor(rest);
            int fitting =
                    (int) ((pages.room() - 2 * PAD_Y) / lanes.getLast().style().lineHeight());
            int now = Math.max(1, Math.min(rest.lines(), fitting));
            draw(rest.part(0, now), lanes);
            pages.sheet().fill(Pages.LEFT, pages.y() - RULE, Pages.WIDTH, RULE, Styles.RULE);
            rest = rest.part(now, rest.lines());
        }
    }

    /** Rows stay whole unless no page could hold them. */
    private void turnPageFor(Row row) {
        double wanted = Math.min(height(row), Pages.wholeRoom() / 2);
        if (pages.ensure(wanted) && !heads.isEmpty()) {
            drawHead();
        }
    }

    private void drawHead() {
        Row head = row(heads, headLanes);
        pages.sheet().fill(Pages.LEFT, pages.y(), Pages.WIDTH, height(head), Styles.GROUND);
        draw(head, headLanes);
    }

    private static Row row(List<String> texts, List<Lane> lanes) {
        List<List<String>> cells = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            cells.add(lanes.get(i).lines(texts.get(i)));
        }
        return new Row(cells);
    }

    private double height(Row row) {
        return row.lines() * lanes.getLast().style().lineHeight() + 2 * PAD_Y;
    }

    private double oneLine() {
        return lanes.getLast().style().lineHeight() + 2 * PAD_Y;
    }

    private void draw(Row row, List<Lane> styled) {
        for (int i = 0; i < row.cells().size(); i++) {
            Lane lane = styled.get(i);
            double base = pages.y() + PAD_Y + lane.style().ascent();
            for (String line : row.cells().get(i)) {
                pages.sheet().text(line, lane.style(), lane.textAt(line), base);
                base += lane.style().lineHeight();
            }
        }
        pages.advance(height(row));
    }
}
