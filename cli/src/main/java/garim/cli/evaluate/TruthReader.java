package garim.cli.evaluate;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads ground truth that people made, from CSV files.
 *
 * <p>Every method throws {@link EvaluationException} with file and line when something in a file cannot be used.
 */
public final class TruthReader {
    private TruthReader() {}

    /**
     * Reads boxes in video clips.
     *
     * @param annotations columns clip, frame, kind, x, y, w, h, difficulty, track; kind {@code none} = checked, nothing
     *     there
     * @param scope columns clip, complete_kinds (space separated); a clip that it does not name is complete for no kind
     * @return clips in file order
     */
    public static List<ClipTruth> clips(Path annotations, Path scope) {
        return rows(annotations).clips(scope(scope), Set.of());
    }

    /** As {@link #clips(Path, Path)} with the same complete kinds for every clip. */
    public static List<ClipTruth> clips(Path annotations, Set<String> completeKinds) {
        return rows(annotations).clips(Map.of(), completeKinds);
    }

    /**
     * Reads boxes in single pictures.
     *
     * @param truth columns file, kind, x, y, w, h, difficulty; others are not looked at
     * @param completeKinds kinds of which every instance is annotated in every picture of the set
     * @return one clip with frame 0 and without tracks per picture, in file order
     */
    public static List<ClipTruth> pictures(Path truth, Set<String> completeKinds) {
        TruthRows rows = new TruthRows();
        CsvTable table = CsvTable.read(truth, "file", "kind", "x", "y", "w", "h", "difficulty");
        for (CsvRow row : table.rows()) {
            rows.add(row.text("file"), 0, row, "");
        }
        return rows.clips(Map.of(), completeKinds);
    }

    private static TruthRows rows(Path annotations) {
        TruthRows rows = new TruthRows();
        CsvTable table = CsvTable.read(annotations, "clip", "frame", "kind", "x", "y", "w", "h", "difficulty", "track");
        for (CsvRow row : table.rows()) {
            rows.add(row.text("clip"), row.count("frame"), row, row.text("track"));
        }
        return rows;
    }

    private static Map<String, Set<String>> scope(Path scope) {
        Map<String, Set<String>> kinds = new HashMap<>();
        for (CsvRow row : CsvTable.read(scope, "clip", "complete_kinds").rows()) {
            Set<String> words = words(row.text("complete_kinds"));
            if (kinds.putIfAbsent(row.text("clip"), words) != null) {
                throw row.bad("clip '" + row.text("clip") + "' is named twice");
            }
        }
        return kinds;
    }

    private static Set<String> words(String text) {
        List<String> words = new ArrayList<>(List.of(text.split(" +", -1)));
        words.removeIf(String::isEmpty);
        return Set.copyOf(words);
    }
}
