package garim.cli.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Lays out a report as an aligned text table. */
final class ReportTable {
    private static final int MOST_ROWS = 20;
    private static final List<String> HEADING = List.of(
            "kind, set / clip",
            "frames",
            "easy",
            "medium",
            "hard",
            "ungraded",
            "LFR95",
            "LTR95",
            "run95",
            "entry95",
            "LFR80",
            "LTR80",
            "run80",
            "entry80",
            "false",
            "false/fr",
            "empty hit",
            "overmask");

    private static final String LEGEND = """
            easy..ungraded  boxes covered to 80 % or more / boxes
            LFR, LTR        target-frames / tracks that leak: covered to less than 95 % or 80 %
            run             longest exposed run: annotated frames (frames of the clip at most)
            entry           tracks that leak in their first annotated frame
            false           masks of this kind that touch no target; empty hit: frames without target that are masked
            overmask        share of the picture that masks of this kind take without need
            """;

    private ReportTable() {}

    static String of(EvaluationReport report) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(HEADING);
        for (String kind : report.kinds()) {
            report.sets().stream().filter(set -> set.kind().equals(kind)).forEach(set -> rows.addAll(rows(set)));
            rows.add(row(kind + ", total", report.total(kind)));
        }
        return "scored: " + String.join(" ", report.kinds()) + "\n" + aligned(rows) + LEGEND;
    }

    private static List<List<String>> rows(SetScore set) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(row(set.kind() + ", " + set.name(), set.total()));
        if (set.clips().size() <= MOST_ROWS) {
            set.clips().forEach(c -> rows.add(row("  " + c.name(), c.score())));
        }
        return rows;
    }

    private static List<String> row(String name, Score score) {
        List<String> row = new ArrayList<>(List.of(name, String.valueOf(score.frames())));
        row.add(grade(score.grades().easy()));
        row.add(grade(score.grades().medium()));
        row.add(grade(score.grades().hard()));
        row.add(grade(score.grades().ungraded()));
        row.addAll(leaks(score.strict()));
        row.addAll(leaks(score.loose()));
        row.addAll(alarms(score));
        return row;
    }

    private static String grade(GradeScore grade) {
        return grade.boxes() == 0
                ? "-"
                : grade.covered() + "/" + grade.boxes() + " " + grade.recall().percent(1);
    }

    private static List<String> leaks(LeakScore leaks) {
        boolean hasTracks = leaks.tracks() > 0;
        return List.of(
                leaks.leakFrameRate().percent(1),
                leaks.leakTrackRate().percent(1),
                hasTracks ? leaks.longestRun() + " (" + leaks.longestRunFrames() + ")" : "-",
                hasTracks ? String.valueOf(leaks.entryLeaks()) : "-");
    }

    private static List<String> alarms(Score score) {
        AlarmScore alarms = score.alarms();
        if (alarms.frames() == 0) {
            return List.of("-", "-", "-", "-");
        }
        String perFrame = String.format(Locale.ROOT, "%.3f", (double) alarms.falseMasks() / alarms.frames());
        String empty = alarms.emptyFrames() == 0 ? "-" : alarms.emptyFramesMasked() + "/" + alarms.emptyFrames();
        return List.of(
                String.valueOf(alarms.falseMasks()),
                perFrame,
                empty,
                score.overMask().share().percent(2));
    }

    private static String aligned(List<List<String>> rows) {
        int[] widths = new int[HEADING.size()];
        for (List<String> row : rows) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], row.get(i).length());
            }
        }
        StringBuilder text = new StringBuilder();
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder(row.getFirst());
            line.append(" ".repeat(widths[0] - row.getFirst().length()));
            for (int i = 1; i < widths.length; i++) {
                line.append("  ")
                        .append(" ".repeat(widths[i] - row.get(i).length()))
                        .append(row.get(i));
            }
            text.append(line).append('\n');
        }
        return text.toString();
    }
}
