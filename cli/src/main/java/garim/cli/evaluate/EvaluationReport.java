package garim.cli.evaluate;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * An evaluation report holds the figures of all sets and prints them.
 *
 * @param kinds the kinds of target that were scored
 * @param sets in the order in which they were scored
 */
public record EvaluationReport(List<String> kinds, List<SetScore> sets) {
    public EvaluationReport {
        kinds = List.copyOf(kinds);
        sets = List.copyOf(sets);
    }

    /** The figures of everything together. */
    public Score total() {
        return sets.stream().map(SetScore::total).reduce(Score.NONE, Score::plus);
    }

    /** An aligned table; a set of more than 20 clips or pictures shows its total only. */
    public String text() {
        return ReportTable.of(this);
    }

    /** The figures as a JSON tree with stable camelCase keys; a ratio of nothing is {@code null}. */
    public ObjectNode json() {
        return ReportJson.of(this);
    }
}
