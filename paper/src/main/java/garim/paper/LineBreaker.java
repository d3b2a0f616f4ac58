package garim.paper;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Breaks text into lines at spaces, as Korean and Latin script do; a word wider than the line is broken after the last
 * mark that fits, or else anywhere.
 */
final class LineBreaker {
    private static final String MARKS = "-/_.,:;·)]";

    private final ToDoubleFunction<String> widthOf;

    /** Breaks by a measure of width that only grows with the text. */
    LineBreaker(ToDoubleFunction<String> widthOf) {
        this.widthOf = widthOf;
    }

    /** The lines of a text, at least one; none is wider than asked unless a single character is. */
    List<String> lines(String text, double width) {
        List<String> lines = new ArrayList<>();
        text.lines().forEach(line -> addLines(lines, line, width));
        return lines.isEmpty() ? List.of("") : List.copyOf(lines);
    }

    private void addLines(List<String> lines, String text, double width) {
        String line = "";
        for (String word : text.strip().split("\\s+", -1)) {
            String longer = line.isEmpty() ? word : line + " " + word;
            if (fits(longer, width)) {
                line = longer;
                continue;
            }
            if (!line.isEmpty()) {
                lines.add(line);
            }
            line = addParts(lines, word, width);
        }
        lines.add(line);
    }

    /** Adds all parts of a word but the last, which is returned: more may follow on its line. */
    private String addParts(List<String> lines, String word, double width) {
        String rest = word;
        while (!fits(rest, width)) {
            int end = partEnd(rest, width);
            if (end == rest.length()) {
                break;
            }
            lines.add(rest.substring(0, end));
            rest = rest.substring(end);
        }
        return rest;
    }

    private int partEnd(String word, double width) {
        int end = word.offsetByCodePoints(0, 1);
        int afterMark = 0;
        for (int next = end; next <= word.length(); next = step(word, next)) {
            if (!fits(word.substring(0, next), width)) {
                break;
            }
            end = next;
            if (MARKS.indexOf(word.charAt(next - 1)) >= 0) {
                afterMark = next;
            }
        }
        return afterMark > 0 ? afterMark : end;
    }

    private static int step(String word, int from) {
        return from == word.length() ? from + 1 : word.offsetByCodePoints(from, 1);
    }

    private boolean fits(String text, double width) {
        return widthOf.applyAsDouble(text) <= width;
    }
}
