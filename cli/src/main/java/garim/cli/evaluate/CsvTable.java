package garim.cli.evaluate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A CSV table is a text file of comma separated rows below one line of column names (RFC 4180, UTF-8).
 *
 * @param file name for messages
 * @param columns column names in file order
 * @param rows the rows below the heading, each as wide as the heading; empty lines are left out
 */
public record CsvTable(String file, List<String> columns, List<CsvRow> rows) {
    public CsvTable {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /**
     * Reads a file.
     *
     * @throws EvaluationException when it cannot be read, has no heading, lacks a required column, or a row does not fit
     */
    public static CsvTable read(Path path, String... requiredColumns) {
        try {
            return parse(path.toString(), Files.readString(path), requiredColumns);
        } catch (IOException e) {
            throw new EvaluationException(path.toString(), 0, "cannot be read as UTF-8 text", e);
        }
    }

    /** As {@link #read}, for text that is at hand. */
    public static CsvTable parse(String file, String text, String... requiredColumns) {
        List<CsvLines.Line> lines = CsvLines.split(file, text);
        if (lines.isEmpty()) {
            throw new EvaluationException(file, 0, "the file is empty, a line of column names was expected");
        }
        List<String> columns = lines.getFirst().cells();
        for (String column : requiredColumns) {
            if (!columns.contains(column)) {
                throw new EvaluationException(file, 1, "there is no column '" + column + "'");
            }
        }
        List<CsvRow> rows = new ArrayList<>();
        for (CsvLines.Line line : lines.subList(1, lines.size())) {
            rows.add(row(file, columns, line));
        }
        return new CsvTable(file, columns, rows);
    }

    private static CsvRow row(String file, List<String> columns, CsvLines.Line line) {
        if (line.cells().size() != columns.size()) {
            String reason = line.cells().size() + " cells where " + columns.size() + " were expected";
            throw new EvaluationException(file, line.number(), reason);
        }
        return new CsvRow(file, line.number(), columns, line.cells());
    }
}
