package garim.cli.evaluate;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Builds the JSON tree of a report; the keys are a promise to readers and do not follow the names of the records. */
final class ReportJson {
    private ReportJson() {}

    static ObjectNode of(EvaluationReport report) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        ArrayNode kinds = root.putArray("kinds");
        report.kinds().forEach(kinds::add);
        root.put("recallShare", Evaluator.RECALL_SHARE);
        root.put("strictShare", Evaluator.STRICT_SHARE);
        score(root.putObject("total"), report.total());
        ObjectNode totals = root.putObject("totals");
        report.kinds().forEach(kind -> score(totals.putObject(kind), report.total(kind)));
        ArrayNode sets = root.putArray("sets");
        report.sets().forEach(s -> set(sets.addObject(), s));
        return root;
    }

    private static void set(ObjectNode node, SetScore set) {
        node.put("name", set.name()).put("kind", set.kind());
        score(node.putObject("total"), set.total());
        ArrayNode clips = node.putArray("clips");
        for (ClipScore clip : set.clips()) {
            score(clips.addObject().put("name", clip.name()), clip.score());
        }
    }

    private static void score(ObjectNode node, Score score) {
        node.put("frames", score.frames());
        ObjectNode recall = node.putObject("recall");
        grade(recall.putObject("easy"), score.grades().easy());
        grade(recall.putObject("medium"), score.grades().medium());
        grade(recall.putObject("hard"), score.grades().hard());
        grade(recall.putObject("ungraded"), score.grades().ungraded());
        grade(recall.putObject("all"), score.grades().all());
        leaks(node.putObject("strict"), score.strict());
        leaks(node.putObject("loose"), score.loose());
        alarms(node.putObject("falseAlarms"), score.alarms());
        ObjectNode over = node.putObject("overMask");
        over.put("offTargetPixels", score.overMask().offTarget());
        over.put("picturePixels", score.overMask().picture());
        ratio(over, "share", score.overMask().share());
    }

    private static void grade(ObjectNode node, GradeScore grade) {
        node.put("boxes", grade.boxes()).put("covered", grade.covered());
        ratio(node, "recall", grade.recall());
    }

    private static void leaks(ObjectNode node, LeakScore leaks) {
        node.put("targetFrames", leaks.targetFrames()).put("leakingFrames", leaks.leakingFrames());
        ratio(node, "leakFrameRate", leaks.leakFrameRate());
        node.put("tracks", leaks.tracks()).put("leakingTracks", leaks.leakingTracks());
        ratio(node, "leakTrackRate", leaks.leakTrackRate());
        node.put("entryLeaks", leaks.entryLeaks());
        node.put("longestRunAnnotated", leaks.longestRun());
        node.put("longestRunFrames", leaks.longestRunFrames());
    }

    private static void alarms(ObjectNode node, AlarmScore alarms) {
        node.put("frames", alarms.frames()).put("masks", alarms.masks());
        node.put("falseMasks", alarms.falseMasks());
        ratio(node, "falseMasksPerFrame", alarms.perFrame());
        node.put("emptyFrames", alarms.emptyFrames()).put("emptyFramesMasked", alarms.emptyFramesMasked());
        ratio(node, "emptyMaskedShare", alarms.emptyMasked());
    }

    private static void ratio(ObjectNode node, String key, Ratio ratio) {
        ratio.value().ifPresentOrElse(v -> node.put(key, v), () -> node.putNull(key));
    }
}
