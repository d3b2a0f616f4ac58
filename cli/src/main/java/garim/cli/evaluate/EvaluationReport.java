package garim.cli.evaluate;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.Stream;

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

    /** The figures of one kind over all sets. */
    public Score total(String kind) {
        return total(sets.stream().filter(set -> set.kind().equals(kind)));
    }

    /** The figures of everything together; a frame counts once for every kind that it was scored for. */
    public Score total() {
        return total(sets.stream());
    }

    private static Score total(Stream<SetScore> sets) {
        return sets.map(SetScore::total).reduce(Score.NONE, Score::plus);
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
