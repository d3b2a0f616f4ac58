package garim.cli.evaluate;

import java.util.List;

/**
 * A CSV row gives its cells by column name and knows where it stands.
 *
 * @param file name for messages
 * @param line 1-based line number in the file
 * @param columns column names
 * @param cells as many as there are columns
 */
public record CsvRow(String file, int line, List<String> columns, List<String> cells) {
    public CsvRow {
        columns = List.copyOf(columns);
        cells = List.copyOf(cells);
    }

    /** The cell of a column without the space around it. */
    public String text(String column) {
        int index = columns.indexOf(column);
        if (index < 0) {
            throw bad("there is no column '" + column + "'");
        }
        return cells.get(index).strip();
    }

    /** The cell as a finite number. */
    public double number(String column) {
        String cell = text(column);
        try {
            double value = Double.parseDouble(cell);
            if (Double.isFinite(value)) {
                return value;
            }
            throw bad("column '" + column + "' holds '" + cell + "', which is not finite");
        } catch (NumberFormatException e) {
            throw notANumber(column, cell, e);
        }
    }

    /** The cell as a whole number that is not negative. */
    public int count(String column) {
        String cell = text(column);
        try {
            int value = Integer.parseInt(cell);
            if (value >= 0) {
                return value;
            }
            throw bad("column '" + column + "' holds " + cell + ", which is negative");
        } catch (NumberFormatException e) {
            throw notANumber(column, cell, e);
        }
    }

    /** An exception about this row. */
    public EvaluationException bad(String reason) {
        return new EvaluationException(file, line, reason);
    }

    private EvaluationException notANumber(String column, String cell, NumberFormatException cause) {
        String reason = "column '" + column + "' holds '" + cell + "', a number was expected";
        return new EvaluationException(file, line, reason, cause);
    }
}
