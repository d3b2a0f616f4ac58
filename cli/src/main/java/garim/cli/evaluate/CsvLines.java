package garim.cli.evaluate;

import java.util.ArrayList;
import java.util.List;

/** Splits CSV text into lines of cells; quoted cells may hold commas, doubled quotes and line breaks. */
final class CsvLines {
    /** One line: the number of its first text line, and its cells. */
    record Line(int number, List<String> cells) {
        Line {
            cells = List.copyOf(cells);
        }
    }

    private final String file;
    private final String text;
    private final List<Line> lines = new ArrayList<>();
    private final List<String> cells = new ArrayList<>();
    private int position;
    private int number = 1;

    private CsvLines(String file, String text) {
        this.file = file;
        this.text = text.replace("\r\n", "\n").replace('\r', '\n');
        // A byte order mark is what spreadsheet programs put in front of UTF-8.
        this.position = text.startsWith("\uFEFF") ? 1 : 0;
    }

    static List<Line> split(String file, String text) {
        return new CsvLines(file, text).run();
    }

    private List<Line> run() {
        while (position < text.length()) {
            line();
        }
        return lines;
    }

    private void line() {
        int start = number;
        cells.clear();
        boolean more = true;
        while (more) {
            cells.add(isAt('"') ? quoted() : plain());
            more = isAt(',');
            position++;
        }
        number++;
        if (cells.size() > 1 || !cells.getFirst().isEmpty()) {
            lines.add(new Line(start, cells));
        }
    }

    private boolean isAt(char sign) {
        return position < text.length() && text.charAt(position) == sign;
    }

    private String plain() {
        int start = position;
        while (position < text.length() && !isAt(',') && !isAt('\n')) {
            position++;
        }
        return text.substring(start, position);
    }

    private String quoted() {
        int opened = number;
        StringBuilder cell = new StringBuilder();
        position++;
        while (position < text.length()) {
            char sign = text.charAt(position++);
            if (sign != '"') {
                number += sign == '\n' ? 1 : 0;
                cell.append(sign);
            } else if (isAt('"')) {
                cell.append('"');
                position++;
            } else {
                requireEndOfCell();
                return cell.toString();
            }
        }
        throw new EvaluationException(file, opened, "a quoted cell is not closed");
    }

    private void requireEndOfCell() {
        if (position < text.length() && !isAt(',') && !isAt('\n')) {
            throw new EvaluationException(file, number, "text follows the closing quote of a cell");
        }
    }
}
