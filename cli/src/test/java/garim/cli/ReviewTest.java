package garim.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import garim.cli.review.PlanFile;
import garim.engine.frame.Box;
import garim.engine.frame.Edit;
import garim.engine.frame.EngineException;
import garim.engine.frame.ErrorCode;
import garim.engine.frame.Frame;
import garim.engine.frame.MaskPlan;
import garim.engine.frame.ReviewEntry;
import garim.engine.plan.MaskPlanJson;
import garim.engine.visibility.Review;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A reviewer looks at tracks, decides, lets a second person approve, and renders. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ReviewTest {
    @TempDir
    private Path folder;

    private Path made = Path.of("");
    private Path clip = Path.of("");
    private Path plan = Path.of("");

    @BeforeAll
    void makeClip(@TempDir Path shared) {
        made = ReviewClip.in(shared);
    }

    @BeforeEach
    void copyClip() throws IOException {
        clip = Files.copy(made, folder.resolve("clip.mp4"));
        plan = Files.copy(ReviewClip.planOf(made), ReviewClip.planOf(clip));
    }

    private static Outcome garim(String... arguments) {
        return Outcome.of(arguments);
    }

    private Outcome decide(String... arguments) {
        Stream<String> all = Stream.concat(Stream.of("decide", plan.toString()), Stream.of(arguments));
        return garim(all.toArray(String[]::new));
    }

    private Outcome keep(String tracks) {
        return decide("--keep", tracks, "--reason", "subject", "--by", "Kim").requireOk();
    }

    private MaskPlan read() {
        return new MaskPlanJson().read(plan);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--keep 9 --reason subject|1|there is no track 9",
                "--keep p2,p3 --reason subject|1|the track is part of p1",
                "--keep p9 --reason subject|1|there is no such person",
                "--keep one --reason subject|2|neither the number of a track nor a person",
                "--keep 1|2|needs a --reason",
                "--keep 1 --reason boss|2|boss: is not in the list of reasons",
                "--keep 1 --reason Subject|2|not in the list",
                "--mask 1|2|needs a --reason",
                "--split 1@0|1|a cut must lie between",
                "--split 2@1.9|1|a cut must lie between",
                "--split 1@9|2|after the end of the clip",
                "--split 1@soon|2|is no time",
                "--split 1|2|write TRACK@TIME",
                "--merge 1|2|at least two",
                "--merge 1,4|1|cannot become one",
                "--extend 1..0.5|1|it is there already",
                "--extend 4..0:01:00|2|after the end of the clip",
                "--draw nose_0..1_1,1,9,9 --reason missed-target|2|is none of",
                "--draw face_0..1_1,1,0,9 --reason missed-target|2|must be more than 0",
                "--draw face_0..1_400,1,9,9 --reason missed-target|1|the upright picture is 320x240",
                "--draw face_1..0_1,1,9,9 --reason missed-target|2|ends before it begins",
                "--draw face_0..1_1,1,9,9@1.5 --reason missed-target|2|do not rise",
                "--draw face_0..1_1,1,9 --reason missed-target|2|write a box",
                "--draw face_0..1_1,1,9,9|2|needs a --reason",
                "--undo 2|1|entry 2 cannot be undone",
                "--undo 0|2|no entry 0",
                "--approve --by kim|1|has edited this plan",
            })
    void aWrongEditIsRefusedInOneSentenceAndChangesNothing(String line, int exit, String reason) throws IOException {
        decide("--mask", "1", "--reason", "other", "--by", "Kim").requireOk();
        byte[] before = Files.readAllBytes(plan);
        String whole = line.contains("--by") ? line : line + " --by Kim";
        String[] arguments = Stream.of(whole.split(" ", -1))
                .map(argument -> argument.replace('_', ' '))
                .toArray(String[]::new);
        Outcome outcome = decide(arguments);
        assertEquals(exit, outcome.exit(), outcome::toString);
        assertEquals(1, outcome.err().lines().count(), outcome::toString);
        assertTrue(outcome.err().contains(reason), outcome::toString);
        assertArrayEquals(before, Files.readAllBytes(plan));
    }

    @Test
    void everyEditIsAppendedWithPersonReasonAndNote() {
        keep("1,3");
        decide("--split", "2@0:00:01", "--by", "Kim", "--note", "two people").requireOk();
        decide("--merge", "2,5", "--by", "Kim").requireOk();
        decide("--extend", "4..1.5", "--by", "Kim").requireOk();
        decide("--draw", "text", "0.5..1", "-5,5,50,20;", "10,5,50,20", "--reason", "missed-target", "--by", "Park")
                .requireOk();
        decide("--mask", "3", "--reason", "correction", "--by", "Kim").requireOk();
        decide("--undo", "6", "--by", "Kim").requireOk();
        decide("--approve", "--by", "Lee").requireOk();
        List<ReviewEntry> review = read().review();
        assertEquals(8, review.size());
        assertEquals("subject", review.getFirst().reason());
        assertEquals("two people", review.get(1).note());
        assertEquals("Park", review.get(4).by());
        String history = garim("log", clip.toString(), "--history").requireOk().out();
        assertTrue(history.contains("6,no,"), history);
        assertTrue(history.contains("draws track 6 (writing) from 0:00:00.500 to 0:00:01.000"), history);
    }

    @Test
    void everyLineOfTheLogAndOfTheHistoryIsOfItsPublishedSchema() throws IOException {
        keep("1,3");
        decide("--draw", "text 0.5..1 10,5,50,20", "--reason", "missed-target", "--by", "Park")
                .requireOk();
        decide("--undo", "2", "--by", "Kim").requireOk();
        decide("--approve", "--by", "Lee").requireOk();
        garim("tracks", plan.toString(), "--face-matching", "--by", "Lee").requireOk();
        JsonLines.requireSchema(
                garim("log", plan.toString(), "--json").requireOk().out(), "log-1.schema.json");
        JsonLines.requireSchema(
                garim("log", plan.toString(), "--history", "--json").requireOk().out(), "log-1.schema.json");
    }

    @Test
    void whatIsDrawnIsClampedAtTheBordersOfThePicture() {
        decide("--draw", "face 0..1 -10,-10,30,30", "--reason", "missed-target", "--by", "Kim")
                .requireOk();
        String log = garim("log", plan.toString(), "--json").requireOk().out();
        assertTrue(log.contains("\"track\":\"5\",\"kind\":\"face\",\"treatment\":\"masked\",\"why\":\"drawn\""), log);
        String edit = read().review().getFirst().edit().toString();
        assertTrue(edit.contains("Box[x=0.0, y=0.0, width=20.0, height=20.0]"), edit);
    }

    @Test
    void aPersonStandsForAllItsTracksAndOneTrackAloneIsSaidToBeCoveredStill() {
        Outcome alone = keep("1");
        assertTrue(alone.err().contains("these masks still lie over what is kept: 3 (head)"), alone::toString);
        assertTrue(alone.err().contains("--keep 3"), alone::toString);
        Outcome person = keep("p1");
        assertTrue(person.out().contains("keeps 1, 3 visible"), person::toString);
        assertFalse(person.err().contains("still lie over"), person::toString);
    }

    @Test
    void comparingFacesIsWrittenDownWithANameAndNothingOfTheFacesIs() throws IOException {
        Path sheet = folder.resolve("sheet.html");
        Path before = Files.copy(plan, folder.resolve("before.json"));
        Outcome nameless = garim("tracks", plan.toString(), "--face-matching");
        assertEquals(2, nameless.exit(), nameless::toString);
        assertEquals(-1, Files.mismatch(before, plan));
        Outcome matched = garim(
                        "tracks", plan.toString(), "--face-matching", "--by", "Lee", "--sheet", sheet.toString())
                .requireOk();
        assertTrue(matched.err().contains("in memory only"), matched::toString);
        assertTrue(Files.readString(sheet).contains("Faces were compared"), sheet::toString);
        ReviewEntry entry = read().review().getFirst();
        assertEquals(new Edit.MatchFaces(), entry.edit());
        assertEquals("Lee", entry.by());
        assertEquals(
                new MaskPlanJson().write(new MaskPlanJson().read(before)),
                new MaskPlanJson().write(read().withReview(List.of())));
        String log = garim("log", plan.toString()).requireOk().out();
        assertTrue(log.contains(",face,compared,decided,,,Lee,"), log);
        String listed = garim("tracks", plan.toString(), "--face-matching", "--by", "Lee", "--json")
                .requireOk()
                .out();
        assertFalse(Pattern.compile("-?0\\.\\d{4,}").matcher(listed).find(), listed);
        try (Stream<Path> left = Files.list(folder)) {
            assertEquals(
                    Set.of("before.json", "clip.mp4", plan.getFileName().toString(), "sheet.html"),
                    left.map(file -> file.getFileName().toString()).collect(Collectors.toSet()));
        }
    }

    @Test
    void comparingFacesMakesNoApprovalVoidAndCannotBeUndone() {
        keep("p1");
        garim("tracks", plan.toString(), "--face-matching", "--by", "Lee").requireOk();
        decide("--approve", "--by", "Lee").requireOk();
        garim("tracks", plan.toString(), "--face-matching", "--by", "Kim").requireOk();
        assertEquals(3, new Review(read()).approval().orElseThrow().number());
        assertTrue(decide("--undo", "2", "--by", "Kim").err().contains("stays so"));
    }

    @Test
    void aKeptPersonIsSeenWhereHeWasSeenAndABystanderIsMaskedEvenInFront() {
        Path plain = folder.resolve("plain.mp4");
        Path kept = folder.resolve("kept.mp4");
        Path open = folder.resolve("open.json");
        new MaskPlanJson().write(withoutTracks(), open);
        garim("render", clip.toString(), "--plan", open.toString(), "-o", plain.toString())
                .requireOk();
        keep("p1");
        garim("render", clip.toString(), "-o", kept.toString()).requireOk();
        List<Frame> expected = ReviewClip.frames(plain);
        List<Frame> actual = ReviewClip.frames(kept);
        int apart = 0;
        for (int frame = 0; frame < ReviewClip.FRAMES; frame++) {
            Box first = ReviewClip.first(frame);
            Box second = ReviewClip.second(frame);
            if (frame > ReviewClip.LAST_SEEN) {
                assertTrue(detail(actual.get(frame), first) < 8, "frame " + frame + " shows what nobody saw");
            } else if (first.intersect(second.grow(0.2)).isEmpty()) {
                apart++;
                double off = difference(expected.get(frame), actual.get(frame), first);
                assertTrue(off < 3, "frame " + frame + " differs by " + off);
            }
            if (frame <= 48) {
                assertTrue(detail(actual.get(frame), second) < 8, "frame " + frame + " shows the bystander");
                assertTrue(detail(expected.get(frame), second) > 20, "frame " + frame);
            }
        }
        assertTrue(apart > 20 && apart < ReviewClip.LAST_SEEN, "they meet");
    }

    @Test
    void aPlanThatKeepsSomebodyIsRenderedWithANoticeOrOnlyWhenApproved() {
        Path output = folder.resolve("out.mp4");
        String[] render = {"render", clip.toString(), "-o", output.toString(), "--force", "--require-approval"};
        garim(render).requireOk();
        keep("1,3");
        assertEquals(1, garim(render).exit());
        Outcome noticed = garim("render", clip.toString(), "-o", output.toString(), "--force");
        assertTrue(noticed.requireOk().err().contains("no second person has approved"), noticed::toString);
        decide("--approve", "--by", "Lee").requireOk();
        assertTrue(garim(render).requireOk().err().contains("approved by Lee"));
        decide("--mask", "2", "--reason", "other", "--by", "Kim").requireOk();
        assertEquals(1, garim(render).exit());
    }

    @Test
    void theLogSaysWhoIsVisibleWhenAndByWhom() throws IOException {
        decide("--keep", "1", "--reason", "subject", "--by", "Kim, Min", "--note", "=1+1 \"x\"")
                .requireOk();
        Path file = folder.resolve("log.csv");
        garim("log", clip.toString(), "-o", file.toString()).requireOk();
        List<String> lines = Files.readAllLines(file);
        assertTrue(lines.getFirst().startsWith("\ufefffrom,to,firstFrame,lastFrame,track,kind,treatment,why,reason"));
        String visible = lines.stream()
                .filter(line -> line.startsWith("0:00:00.000,0:00:01.800,0,54,1,face,visible,decided,subject,"))
                .findFirst()
                .orElseThrow();
        assertTrue(visible.contains(",\"Kim, Min\",") && visible.endsWith(",1,\"'=1+1 \"\"x\"\"\""), visible);
        assertTrue(lines.stream()
                .anyMatch(line -> line.startsWith("0:00:01.833,0:00:01.967,55,59,1,face,masked,not-shown,")));
        assertEquals(1, garim("log", clip.toString(), "-o", file.toString()).exit());
    }

    @Test
    void listsPersonsAndMakesSheetsThatNeedNothingElse() throws IOException {
        decide("--keep", "1", "--reason", "subject", "--by", "<script>alert('Kim')</script>")
                .requireOk();
        Path html = folder.resolve("tracks.html");
        Path png = folder.resolve("tracks.png");
        String list = garim("tracks", clip.toString(), "--sheet", html.toString())
                .requireOk()
                .out();
        assertTrue(list.startsWith("p1"), list);
        garim("tracks", plan.toString(), clip.toString(), "--sheet", png.toString())
                .requireOk();
        String page = Files.readString(html);
        assertEquals(4 + 3 * 3 + 1, page.split("data:image/jpeg", -1).length - 1);
        assertFalse(page.contains("<script"), page);
        assertFalse(page.contains("http:") || page.contains("https:"), "the page asks for something");
        assertTrue(Files.size(png) > 1000);
        assertEquals(
                1, garim("tracks", clip.toString(), "--sheet", html.toString()).exit());
        assertEquals(
                2, garim("tracks", clip.toString(), "--sheet", "tracks.doc").exit());
    }

    @Test
    void aSheetOfAnotherVideoIsRefused() throws IOException {
        Path other = Files.copy(clip, folder.resolve("other.mp4"));
        Files.write(other, new byte[1], StandardOpenOption.APPEND);
        Outcome outcome = garim("tracks", plan.toString(), other.toString());
        assertEquals(1, outcome.exit());
        assertTrue(outcome.err().contains("is not the file of this plan"), outcome::toString);
    }

    @Test
    void tracksAsJsonHaveTimesPersonAndVerdict() {
        keep("p1");
        String json = garim("tracks", clip.toString(), "--json").requireOk().out();
        assertTrue(json.contains("\"track\":1,\"person\":\"p1\",\"kind\":\"FACE\",\"from\":0.0,\"to\":1.967"), json);
        assertTrue(json.contains("\"otherwise\":\"NOT_SHOWN\""), json);
    }

    @Test
    void aPlanThatCannotBeWrittenStaysAsItWas() throws IOException {
        byte[] before = Files.readAllBytes(plan);
        Files.createDirectories(
                plan.resolveSibling("." + plan.getFileName() + ".part").resolve("in the way"));
        assertEquals(
                1, decide("--keep", "1", "--reason", "subject", "--by", "Kim").exit());
        assertArrayEquals(before, Files.readAllBytes(plan));
    }

    @Test
    void aReviewedPlanIsReplacedOnlyOnRequestAndIsThenPutAside() throws IOException {
        keep("1");
        byte[] reviewed = Files.readAllBytes(plan);
        String[] again = {"analyze", clip.toString(), "--mask", "motion", "--force"};
        Outcome refused = garim(again);
        assertEquals(1, refused.exit());
        assertEquals(1, refused.err().lines().count(), refused.err());
        assertTrue(refused.err().contains("--replace-review"), refused.err());
        assertArrayEquals(reviewed, Files.readAllBytes(plan));
        String[] insisted =
                Stream.concat(Stream.of(again), Stream.of("--replace-review")).toArray(String[]::new);
        garim(insisted).requireOk();
        assertEquals(List.of(), read().review());
        Path aside = plan.resolveSibling(plan.getFileName() + ".reviewed-1");
        assertArrayEquals(reviewed, Files.readAllBytes(aside));
        garim(again).requireOk();
        assertArrayEquals(reviewed, Files.readAllBytes(aside));
    }

    @Test
    void aPlanThatIsEditedWhileItIsMadeAgainIsNotReplaced() throws IOException {
        MaskPlan fresh = read();
        PlanFile file = new PlanFile(plan);
        file.requireReplaceable(false);
        keep("1");
        byte[] reviewed = Files.readAllBytes(plan);
        EngineException e = assertThrows(EngineException.class, () -> file.replace(fresh, false));
        assertEquals(ErrorCode.REVIEW_WOULD_BE_LOST, e.code());
        assertArrayEquals(reviewed, Files.readAllBytes(plan));
        file.replace(fresh, true);
        keep("2");
        file.replace(fresh, true);
        assertArrayEquals(reviewed, Files.readAllBytes(plan.resolveSibling(plan.getFileName() + ".reviewed-1")));
        assertTrue(Files.exists(plan.resolveSibling(plan.getFileName() + ".reviewed-2")));
    }

    @Test
    void aDamagedPlanThatNamesAReviewIsNotReplacedEither() throws IOException {
        keep("1");
        String cut = Files.readString(plan);
        Files.writeString(plan, cut.substring(0, cut.length() - 10));
        assertThrows(EngineException.class, () -> new PlanFile(plan).requireReplaceable(false));
    }

    @Test
    void theReasonsOfAProfileTakeThePlaceOfTheUsualOnes() throws IOException {
        String text = """
                version: 1
                name: office
                masks: {face: {}}
                reasons:
                  article-35: {en: "Article 35", ko: "제35조"}
                """;
        String profile = Files.writeString(folder.resolve("p.yaml"), text).toString();
        String[] usual = {"--keep", "1", "--by", "Kim", "--profile", profile, "--reason", "subject"};
        assertEquals(2, decide(usual).exit());
        decide("--keep", "1", "--by", "Kim", "--profile", profile, "--reason", "article-35")
                .requireOk();
        String log =
                garim("log", clip.toString(), "--profile", profile).requireOk().out();
        assertTrue(log.contains(",article-35,Article 35,Kim,"), log);
    }

    private MaskPlan withoutTracks() {
        MaskPlan all = read();
        return new MaskPlan(
                all.version(),
                all.program(),
                all.input(),
                all.settings(),
                all.models(),
                all.rules(),
                List.of(),
                List.of());
    }

    private static double difference(Frame one, Frame other, Box box) {
        double sum = 0;
        for (int y = (int) box.y(); y < box.bottom(); y++) {
            for (int x = (int) box.x(); x < box.right(); x++) {
                sum += Math.abs(one.luma().at(x, y) - other.luma().at(x, y));
            }
        }
        return sum / box.area();
    }

    /** How much neighbouring pixels differ on average. */
    private static double detail(Frame frame, Box box) {
        double sum = 0;
        Box inside = box.clamp(frame.width() - 1, frame.height() - 1);
        for (int y = (int) inside.y(); y < inside.bottom(); y++) {
            for (int x = (int) inside.x(); x < inside.right(); x++) {
                sum += Math.abs(frame.luma().at(x, y) - frame.luma().at(x + 1, y));
            }
        }
        return sum / inside.area();
    }
}
