package garim.cli.evaluate;

import garim.engine.frame.Box;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Gathers the rows of a ground truth table into clips, in the order in which the clips first appear. */
final class TruthRows {
    private static final String NOTHING = "none";

    private final Map<String, TreeMap<Integer, List<TargetBox>>> clips = new LinkedHashMap<>();

    void add(String clip, int frame, CsvRow row, String track) {
        if (clip.isEmpty()) {
            throw row.bad("the name of the clip or picture is missing");
        }
        List<TargetBox> targets =
                clips.computeIfAbsent(clip, c -> new TreeMap<>()).computeIfAbsent(frame, f -> new ArrayList<>());
        String kind = row.text("kind");
        if (!kind.equals(NOTHING)) {
            targets.add(target(kind, row, track));
        }
    }

    List<ClipTruth> clips(Map<String, Set<String>> completeKinds, Set<String> otherwise) {
        List<ClipTruth> all = new ArrayList<>();
        clips.forEach((name, frames) ->
                all.add(new ClipTruth(name, completeKinds.getOrDefault(name, otherwise), frames(frames))));
        return all;
    }

    private static List<FrameTruth> frames(Map<Integer, List<TargetBox>> frames) {
        return frames.entrySet().stream()
                .map(e -> new FrameTruth(e.getKey(), e.getValue()))
                .toList();
    }

    private static TargetBox target(String kind, CsvRow row, String track) {
        double width = row.number("w");
        double height = row.number("h");
        if (kind.isEmpty()) {
            throw row.bad("the kind is missing; write 'none' where nothing is there");
        }
        if (!(width > 0 && height > 0)) {
            throw row.bad("a " + kind + " of " + row.text("w") + "x" + row.text("h") + " pixels has no area");
        }
        return new TargetBox(kind, new Box(row.number("x"), row.number("y"), width, height), difficulty(row), track);
    }

    private static Difficulty difficulty(CsvRow row) {
        String word = row.text("difficulty");
        return Difficulty.find(word)
                .orElseThrow(
                        () -> row.bad("difficulty '" + word + "' is none of easy, medium, hard, ignore or nothing"));
    }
}
