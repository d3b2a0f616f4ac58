package garim.engine.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import garim.engine.frame.Box;
import garim.engine.frame.Edit;
import garim.engine.frame.EngineException;
import garim.engine.frame.ErrorCode;
import garim.engine.frame.FrameTime;
import garim.engine.frame.Keyframe;
import garim.engine.frame.MaskPlan;
import garim.engine.frame.MaskRule;
import garim.engine.frame.MaskStyle;
import garim.engine.frame.ModelUse;
import garim.engine.frame.Origin;
import garim.engine.frame.PlanInput;
import garim.engine.frame.PlanSettings;
import garim.engine.frame.Point;
import garim.engine.frame.Polygon;
import garim.engine.frame.ReviewEntry;
import garim.engine.frame.Rotation;
import garim.engine.frame.TargetKind;
import garim.engine.frame.Track;
import garim.engine.frame.WholeRange;
import garim.engine.frame.WholeReason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Mask plans survive the way through a file and are refused when they are wrong. */
final class MaskPlanJsonTest {
    private final MaskPlanJson json = new MaskPlanJson();

    @TempDir
    Path folder;

    @Test
    void aPlanIsReadAsItWasWritten() {
        Path file = folder.resolve("plan.json");
        json.write(plan(), file);
        assertEquals(plan(), json.read(file));
    }

    @Test
    void aWrittenPlanFollowsTheSchema() throws Exception {
        Schema schema = schema();
        assertEquals(List.of(), schema.validate(json.write(plan()), InputFormat.JSON));
        String broken = json.write(plan()).replace("\"FACE\"", "\"NOSE\"");
        assertTrue(!schema.validate(broken, InputFormat.JSON).isEmpty());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"version\" : 1|\"version\" : 99|version 99",
                "\"every\" : 2|\"evry\" : 2|every",
                "\"every\" : 2|\"every\" : \"2\"|",
                "\"frame\" : 3|\"frame\" : 9|keyframes of track 1 do not rise",
                "\"frame\" : 7|\"frame\" : 700|ends after the last frame",
                "\"margin\" : 0.25|\"margin\" : 9.0|margin",
                "\"MOSAIC\"|\"NONE\"|",
                "\"x\" : 1.5|\"x\" : null|",
            })
    void aWrongPlanIsRefusedWithTheReason(String good, String bad, String reason) {
        String text = json.write(plan());
        assertTrue(text.contains(good), text);
        EngineException refusal =
                assertThrows(EngineException.class, () -> json.parse("p.json", text.replace(good, bad)));
        assertEquals(ErrorCode.PLAN_INVALID, refusal.code());
        assertTrue(refusal.detail().contains(reason == null ? "" : reason), refusal.detail());
    }

    @Test
    void aPlanOfBeforePolygonsAndProfilesIsRead() {
        String text = json.write(plan());
        assertTrue(!text.contains("corners") && !text.contains("profile"), text);
        assertEquals(plan(), json.parse("p.json", text));
    }

    @Test
    void aDeviceSurvivesAndIsAbsentWhereItWasTheProcessor() throws Exception {
        assertFalse(json.write(plan()).contains("device"));
        MaskPlan plan =
                plan().withFindings(List.of(new ModelUse("net", "ab", "cuda")), plan().rules(), plan().tracks());
        String text = json.write(plan);
        assertEquals(plan, json.parse("p.json", text));
        assertEquals(List.of(), schema().validate(text, InputFormat.JSON));
    }

    @Test
    void aPolygonAndAProfileSurvive() throws Exception {
        MaskPlan plan = polygonPlan();
        String text = json.write(plan);
        assertEquals(plan, json.parse("p.json", text));
        assertEquals(List.of(), schema().validate(text, InputFormat.JSON));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"x\" : 20.0|\"x\" : 90.0|outside its box",
                "\"x\" : 20.0|\"x\" : null|",
                "\"profile\" : \"school\"|\"profile\" : null|",
                "\"profile\" : \"school\"|\"profil\" : \"school\"|profil",
            })
    void aWrongPolygonOrProfileIsRefused(String good, String bad, String reason) {
        String text = json.write(polygonPlan());
        assertTrue(text.contains(good), text);
        EngineException refusal =
                assertThrows(EngineException.class, () -> json.parse("p.json", text.replace(good, bad)));
        assertEquals(ErrorCode.PLAN_INVALID, refusal.code());
        assertTrue(refusal.detail().contains(reason == null ? "" : reason), refusal.detail());
    }

    @Test
    void unevenTimesSurviveAndAreAbsentFromEvenClips() throws Exception {
        assertTrue(!json.write(plan()).contains("times"));
        MaskPlan plan = json.parse(
                "p.json",
                json.write(plan())
                        .replace("\"lastPts\" : 50688,", "\"lastPts\" : 50688, \"times\":[{\"frame\":9,\"pts\":99}],"));
        assertEquals(List.of(new FrameTime(9, 99)), plan.input().times());
        assertEquals(plan, json.parse("p.json", json.write(plan)));
        assertEquals(List.of(), schema().validate(json.write(plan), InputFormat.JSON));
        assertEquals(99 / 15360.0, plan.input().timeline().secondsAt(9), 1e-9);
    }

    @Test
    void aPlanOfBeforeReviewsIsRead() {
        String text = json.write(plan());
        assertTrue(!text.contains("review"), text);
        assertEquals(List.of(), json.parse("p.json", text).review());
    }

    @Test
    void everyEditSurvivesAndFollowsTheSchema() throws Exception {
        MaskPlan plan = plan().withReview(everyEdit());
        String text = json.write(plan);
        assertEquals(plan, json.parse("p.json", text));
        assertEquals(List.of(), schema().validate(text, InputFormat.JSON));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"action\" : \"keep\"|\"action\" : \"peek\"|peek",
                "\"number\" : 3|\"number\" : 4|entry 4",
                "\"by\" : \"Kim\"|\"by\" : \" \"|name",
                "\"reason\" : \"subject\"|\"reason\" : \"\"|reason",
                "\"reason\" : \"subject\"|\"reason\" : \"The Subject\"|no code",
                "\"at\" : \"2026-11-25T01:02:03.004Z\"|\"at\" : \"yesterday\"|yesterday",
                "\"origin\" : \"MANUAL\"|\"origin\" : \"DETECTED\"|not manual",
                "\"newTrack\" : 8|\"newTrack\" : null|",
            })
    void aWrongReviewIsRefused(String good, String bad, String reason) {
        String text = json.write(plan().withReview(everyEdit()));
        assertTrue(text.contains(good), text);
        EngineException refusal =
                assertThrows(EngineException.class, () -> json.parse("p.json", text.replace(good, bad)));
        assertEquals(ErrorCode.PLAN_INVALID, refusal.code());
        assertTrue(refusal.detail().contains(reason == null ? "" : reason), refusal.detail());
    }

    private static List<ReviewEntry> everyEdit() {
        List<Edit> edits = List.of(
                new Edit.Keep(List.of(1)),
                new Edit.Mask(List.of(1)),
                new Edit.Split(1, 5, 8),
                new Edit.Merge(List.of(1, 8)),
                new Edit.Extend(1, 40),
                new Edit.Draw(
                        new Track(9, TargetKind.FACE, List.of(new Keyframe(4, new Box(1, 2, 3, 4), Origin.MANUAL, 0)))),
                new Edit.Undo(6),
                new Edit.Approve(),
                new Edit.MatchFaces());
        Instant at = Instant.parse("2026-11-25T01:02:03.004Z");
        List<ReviewEntry> entries = new ArrayList<>();
        for (Edit edit : edits) {
            String reason = ReviewEntry.needsReason(edit) ? "subject" : "";
            entries.add(new ReviewEntry(entries.size() + 1, "Kim", at, reason, "said so", edit));
        }
        return entries;
    }

    @Test
    void textThatIsNoJsonIsRefused() {
        assertEquals(
                ErrorCode.PLAN_INVALID,
                assertThrows(EngineException.class, () -> json.parse("p.json", "hello"))
                        .code());
    }

    @Test
    void aMissingFileIsNamed() {
        EngineException missing = assertThrows(EngineException.class, () -> json.read(folder.resolve("nowhere.json")));
        assertEquals(ErrorCode.INPUT_MISSING, missing.code());
        assertTrue(missing.subject().endsWith("nowhere.json"));
    }

    private static Schema schema() throws IOException {
        String text = Files.readString(Path.of("../docs/schema/mask-plan-1.schema.json"));
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(text);
    }

    private static MaskPlan polygonPlan() {
        MaskPlan plan = plan();
        List<Point> corners = List.of(new Point(10, 10), new Point(20, 12), new Point(15, 30));
        Track zone = new Track(
                2, TargetKind.ZONE, List.of(new Keyframe(0, new Polygon(corners).bounds(), Origin.MANUAL, 0, corners)));
        return new MaskPlan(
                plan.version(),
                plan.program(),
                plan.input(),
                new PlanSettings("none", 2, 0.6, 1.5, 0.6, "school"),
                List.of(),
                Map.of(TargetKind.ZONE, new MaskRule(MaskStyle.SOLID, 0)),
                List.of(),
                List.of(zone));
    }

    private static MaskPlan plan() {
        PlanInput input = new PlanInput(
                "a.mp4", "0".repeat(64), 1234, "mp4", "h264", 640, 360, Rotation.NONE, "1/15360", 100, 0, 99 * 512);
        Track track = new Track(
                1,
                TargetKind.FACE,
                List.of(
                        new Keyframe(3, new Box(1.5, 2, 30, 40), Origin.PADDED, 0),
                        new Keyframe(7, new Box(2, 2, 30, 40), Origin.DETECTED, 0.75)));
        return new MaskPlan(
                MaskPlan.VERSION,
                "garim test",
                input,
                new PlanSettings("fast", 2, 0.6, 1.5, 0.6),
                List.of(new ModelUse("ultraface", "ab")),
                Map.of(TargetKind.FACE, new MaskRule(MaskStyle.MOSAIC, 0.25)),
                List.of(new WholeRange(20, 22, WholeReason.DETECTOR_FAILED)),
                List.of(track));
    }
}
