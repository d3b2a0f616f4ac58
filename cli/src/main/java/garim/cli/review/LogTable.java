package garim.cli.review;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A log table is text in columns with names.
 *
 * @param columns the names
 * @param rows as many cells in each as there are columns
 */
public record LogTable(List<String> columns, List<List<String>> rows) {
    public LogTable {
        columns = List.copyOf(columns);
        List<List<String>> copy = new ArrayList<>();
        for (List<String> row : rows) {
            if (row.size() != columns.size()) {
                throw new IllegalArgumentException(row.size() + " cells in " + columns.size() + " columns");
            }
            copy.add(List.copyOf(row));
        }
        rows = List.copyOf(copy);
    }

    /** The rows as figures under the names of their columns. */
    public List<Map<String, Object>> facts() {
        return rows.stream().map(this::facts).toList();
    }

    private Map<String, Object> facts(List<String> row) {
        Map<String, Object> facts = new LinkedHashMap<>();
        for (int i = 0; i < row.size(); i++) {
            facts.put(columns.get(i), row.get(i));
        }
        return facts;
    }

    /** The table as CSV by RFC 4180, the names in its first line. */
    public String csv() {
        return Stream.concat(Stream.of(columns), rows.stream())
                .map(row -> row.stream().map(LogTable::cell).collect(Collectors.joining(",")))
                .collect(Collectors.joining("\r\n", "", "\r\n"));
    }

    /** A cell that a spreadsheet would take for a formula gets an apostrophe before it. */
    private static String cell(String text) {
        String safe = text.matches("(?s)[=+\\-@\\t\\r].*") ? "'" + text : text;
        return safe.matches("(?s).*[\",\\r\\n].*") ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }
}
