package garim.paper;

import java.util.ArrayList;
import java.util.List;

/**
 * A row of a table, its texts broken into lines that fit their cells.
 *
 * @param cells the lines of each cell
 */
record Row(List<List<String>> cells) {
    Row {
        cells = cells.stream().map(List::copyOf).toList();
    }

    /** Lines of the longest cell. */
    int lines() {
        return cells.stream().mapToInt(List::size).max().orElse(0);
    }

    /** The part of this row from one line up to and without another. */
    Row part(int from, int to) {
        List<List<String>> parts = new ArrayList<>();
        for (List<String> cell : cells) {
            parts.add(cell.subList(Math.min(from, cell.size()), Math.min(to, cell.size())));
        }
        return new Row(parts);
    }
}
