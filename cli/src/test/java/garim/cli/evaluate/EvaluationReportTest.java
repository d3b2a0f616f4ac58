package garim.cli.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class EvaluationReportTest {
    private static final Score FIRST = new Score(
            10,
            new GradeScores(new GradeScore(4, 3), GradeScore.NONE, new GradeScore(2, 1), GradeScore.NONE),
            new LeakScore(6, 3, 2, 1, 1, 2, 7),
            new LeakScore(6, 2, 2, 1, 0, 1, 5),
            new AlarmScore(10, 8, 2, 4, 1),
            new OverMaskScore(50, 1000));
    private static final Score SECOND = new Score(
            2,
            new GradeScores(new GradeScore(4, 4), GradeScore.NONE, GradeScore.NONE, GradeScore.NONE),
            new LeakScore(4, 1, 1, 1, 0, 5, 6),
            new LeakScore(4, 0, 1, 0, 0, 0, 0),
            AlarmScore.NONE,
            OverMaskScore.NONE);
    private static final EvaluationReport REPORT = new EvaluationReport(
            List.of("face"),
            List.of(new SetScore(
                    "clips", "face", List.of(new ClipScore("a.mp4", FIRST), new ClipScore("b.mp4", SECOND)))));

    @Test
    void totalAddsCountsAndTakesTheLongestRun() {
        Score total = REPORT.total();
        assertEquals(new GradeScore(8, 7), total.grades().easy());
        assertEquals(new LeakScore(10, 4, 3, 2, 1, 5, 7), total.strict());
        assertEquals(new AlarmScore(10, 8, 2, 4, 1), total.alarms());
        assertEquals(0.05, total.overMask().share().value().orElseThrow());
    }

    @Test
    void textIsAnAlignedTable() {
        List<String> lines = REPORT.text().lines().toList();
        assertEquals("scored: face", lines.getFirst());
        List<String> table = lines.subList(1, 6);
        int widest = table.getFirst().length();
        assertTrue(table.stream().allMatch(l -> l.length() == widest), () -> REPORT.text());
        assertTrue(table.get(2).startsWith("  a.mp4"));
        assertTrue(table.get(2).contains("3/4 75.0%"));
        assertTrue(table.get(4).startsWith("face, total"));
        assertTrue(table.get(4).contains("5 (7)"));
    }

    @Test
    void textOfManyPicturesShowsTheSetOnly() {
        List<ClipScore> many = Collections.nCopies(21, new ClipScore("p.jpg", SECOND));
        EvaluationReport report =
                new EvaluationReport(List.of("face"), List.of(new SetScore("pictures", "face", many)));
        assertFalse(report.text().contains("p.jpg"));
        assertEquals(21, report.json().at("/sets/0/clips").size());
    }

    @Test
    void jsonKeepsItsKeys() {
        JsonNode json = REPORT.json();
        assertEquals(0.4, json.at("/total/strict/leakFrameRate").doubleValue());
        assertEquals(7, json.at("/total/strict/longestRunFrames").intValue());
        assertEquals(0.75, json.at("/sets/0/clips/0/recall/easy/recall").doubleValue());
        assertEquals(
                0.2, json.at("/sets/0/total/falseAlarms/falseMasksPerFrame").doubleValue());
        assertEquals("b.mp4", json.at("/sets/0/clips/1/name").textValue());
    }

    @Test
    void everyKindHasATotalOfItsOwn() {
        EvaluationReport report = new EvaluationReport(
                List.of("face", "plate"),
                List.of(
                        new SetScore("clips", "face", List.of(new ClipScore("a.mp4", FIRST))),
                        new SetScore("clips", "plate", List.of(new ClipScore("a.mp4", SECOND)))));
        assertEquals(3, report.json().at("/totals/face/recall/easy/covered").intValue());
        assertEquals(4, report.json().at("/totals/plate/recall/easy/covered").intValue());
        assertEquals("plate", report.json().at("/sets/1/kind").textValue());
        assertTrue(report.text().contains("plate, total"), report.text());
    }

    @Test
    void ratioOfNothingIsNull() {
        JsonNode json = REPORT.json();
        assertTrue(json.at("/total/recall/medium/recall").isNull());
        assertTrue(json.at("/sets/0/clips/1/overMask/share").isNull());
    }
}
