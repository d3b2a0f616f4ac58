package garim.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import garim.cli.review.RedactionLog;
import garim.cli.settings.Reasons;
import garim.engine.frame.Box;
import garim.engine.frame.Edit;
import garim.engine.frame.Keyframe;
import garim.engine.frame.MaskPlan;
import garim.engine.frame.MaskRule;
import garim.engine.frame.MaskStyle;
import garim.engine.frame.Origin;
import garim.engine.frame.PlanInput;
import garim.engine.frame.PlanSettings;
import garim.engine.frame.Rotation;
import garim.engine.frame.TargetKind;
import garim.engine.frame.Track;
import garim.engine.frame.WholeRange;
import garim.engine.frame.WholeReason;
import garim.engine.visibility.Review;
import garim.paper.Block;
import garim.paper.Document;
import garim.paper.PdfPrinter;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class LogPaperTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    static List<Locale> languages() {
        return Messages.LANGUAGES;
    }

    private static Track track(int id, TargetKind kind) {
        Box box = new Box(10, 10, 30, 40);
        return new Track(
                id,
                kind,
                IntStream.rangeClosed(5, 50)
                        .mapToObj(frame -> new Keyframe(frame, box, Origin.DETECTED, 0.9))
                        .toList());
    }

    private static MaskPlan plan() {
        return new MaskPlan(
                MaskPlan.VERSION,
                "garim test",
                new PlanInput("복도.mp4", "a".repeat(64), 9, "mp4", "h264", 640, 360, Rotation.NONE, "1/25", 100, 0, 99),
                new PlanSettings("thorough", 2, 0.6, 1.5, 0.6),
                List.of(),
                Map.of(
                        TargetKind.FACE, new MaskRule(MaskStyle.MOSAIC, 0.25),
                        TargetKind.PLATE, new MaskRule(MaskStyle.SOLID, 0.1)),
                List.of(new WholeRange(90, 99, WholeReason.DETECTOR_FAILED)),
                List.of(track(1, TargetKind.FACE), track(2, TargetKind.PLATE)));
    }

    private static MaskPlan reviewed() {
        MaskPlan kept = new Review(plan()).append("김하늘", NOON, "subject", "", new Edit.Keep(List.of(1)));
        return new Review(kept).append("이바다", NOON.plusSeconds(60), "", "", new Edit.Approve());
    }

    private static Document document(MaskPlan plan, Locale locale) {
        return new LogPaper(Messages.of(locale), Reasons.usual()).of(plan, RedactionLog.rows(plan));
    }

    private static List<List<String>> rows(Document document) {
        return document.blocks().stream()
                .filter(Block.Table.class::isInstance)
                .flatMap(block -> ((Block.Table) block).rows().stream())
                .toList();
    }

    @Test
    void everyStretchIsARowWithTimeReasonAndPerson() {
        List<List<String>> rows = rows(document(reviewed(), Locale.KOREAN));
        assertEquals(3, rows.size());
        List<String> kept = rows.get(0);
        assertEquals(List.of("0:00:00.200", "0:00:02.000", "1", "얼굴", "보임"), kept.subList(0, 5));
        assertTrue(kept.get(6).startsWith("김하늘\n2026-03-01 12:00 UTC"), kept::toString);
        assertEquals("가림: 검출기 실패", rows.get(2).get(4));
    }

    @Test
    void anUnreviewedPlanIsCalledSoAtTheTop() {
        Block.Notice notice =
                (Block.Notice) document(plan(), Locale.ENGLISH).blocks().getFirst();
        assertEquals(Block.Tone.WARNING, notice.tone());
        Block.Notice approved =
                (Block.Notice) document(reviewed(), Locale.ENGLISH).blocks().getFirst();
        assertEquals(Block.Tone.GOOD, approved.tone());
        assertEquals(
                "Somebody stays visible by decision of a reviewer. A second person has approved the review as it stands.",
                approved.text());
    }

    @ParameterizedTest
    @MethodSource("languages")
    void theSamePlanGivesTheSamePages(Locale locale) {
        assertArrayEquals(
                new PdfPrinter().print(document(reviewed(), locale)),
                new PdfPrinter().print(document(reviewed(), locale)));
    }

    @ParameterizedTest
    @MethodSource("languages")
    void everyReasonForAWholePictureHasWords(Locale locale) {
        for (WholeReason reason : WholeReason.values()) {
            assertTrue(!Messages.of(locale).text("paper.log.whole." + reason).isBlank());
        }
    }
}
