package garim.engine.pipeline;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import garim.engine.detect.Detector;
import garim.engine.frame.EngineException;
import garim.engine.frame.ErrorCode;
import garim.engine.frame.Frame;
import garim.engine.frame.MaskPlan;
import garim.engine.frame.MaskRule;
import garim.engine.frame.MaskStyle;
import garim.engine.frame.PlanInput;
import garim.engine.frame.TargetKind;
import garim.engine.frame.WholeReason;
import garim.engine.media.VideoReader;
import garim.engine.media.WriteSettings;
import garim.engine.plan.MaskPlanJson;
import garim.engine.zone.Zone;
import garim.engine.zone.ZoneText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The main promise: what is found is covered in every frame, what is not known is covered whole, nothing is lost. */
final class DeidentifierTest {
    private static final int FRAMES = 24;

    /** Share of steep steps: about a quarter in the square as filmed, at most two edges of cells a row under a mask. */
    private static final double MASKED = 0.1;

    @TempDir
    Path folder;

    private final Deidentifier deidentifier = new Deidentifier("test");
    private Path clip = Path.of("");
    private Path output = Path.of("");

    @BeforeEach
    void writeClip() {
        clip = SquareClip.write(folder, FRAMES);
        output = folder.resolve("out.mp4");
    }

    @Test
    void coversTheTargetInEveryFrame() {
        assertTrue(details(clip).stream().allMatch(detail -> detail > 2 * MASKED), () -> "" + details(clip));
        RenderReport report = mask(new SquareClip.SquareDetector());
        assertTrue(details(output).stream().allMatch(detail -> detail < MASKED), () -> "" + details(output));
        assertEquals(FRAMES, report.maskedFrames());
        assertEquals(0, report.wholeFrames());
    }

    @Test
    void coversATargetInEveryFrameThoughItWasSeenInOneOnly() {
        mask(OddDetector.seeingOnly(12));
        assertTrue(details(output).stream().allMatch(detail -> detail < MASKED), () -> "" + details(output));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 6, 11})
    void coversAMovingTargetBetweenTheFramesThatAreLookedAt(int every) {
        MaskPlan plan = analyze(
                new SquareClip.SquareDetector(), AnalysisSettings.standard().withEvery(every));
        render(plan, output);
        assertTrue(details(output).stream().allMatch(detail -> detail < MASKED), () -> "" + details(output));
    }

    @Test
    void keepsNumberAndTimeOfFrames() {
        mask(new SquareClip.SquareDetector());
        assertEquals(FRAMES, times(clip).size());
        assertEquals(times(clip), times(output));
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 7})
    void makesTheSamePlanAndTheSameFileOnAnyNumberOfThreads(int threads) throws IOException {
        AnalysisSettings one = AnalysisSettings.standard().withThreads(1);
        MaskPlan expected = analyze(new SquareClip.SquareDetector(), one);
        MaskPlan plan = analyze(new SquareClip.SquareDetector(), one.withThreads(threads));
        assertEquals(expected, plan);
        assertSameRender(expected, plan);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 7})
    void coversZonesTheSameOnAnyNumberOfThreadsWithoutAnyDetector(int threads) throws IOException {
        List<Zone> zones = Stream.of(
                        "0s: poly:10,40 60,38 44,80 8,76 -> 2s: poly:90,80 140,84 130,130 86,124", "0,0,20,20")
                .map(ZoneText::parse)
                .toList();
        AnalysisSettings one =
                AnalysisSettings.standard(Set.of()).withZones(zones).withThreads(1);
        MaskPlan expected = deidentifier.analyze(clip, List.of(), one, Progress.NONE);
        MaskPlan plan = deidentifier.analyze(clip, List.of(), one.withThreads(threads), Progress.NONE);
        assertEquals(expected, plan);
        assertEquals(2, plan.tracks().size());
        assertEquals(Map.of(TargetKind.ZONE, new MaskRule(MaskStyle.SOLID, 0)), plan.rules());
        assertSameRender(expected, new MaskPlanJson().parse("plan", new MaskPlanJson().write(plan)));
        assertEquals(FRAMES, render(plan, folder.resolve("zones.mp4")).maskedFrames());
    }

    @Test
    void refusesAZoneOutsideThePictureBeforeTheWork() {
        AnalysisSettings settings = AnalysisSettings.standard().withZones(List.of(ZoneText.parse("5000,0,10,10")));
        assertEquals(
                ErrorCode.ZONE_OUTSIDE,
                assertThrows(EngineException.class, () -> analyze(OddDetector.failingAlways(), settings))
                        .code());
    }

    @Test
    void rendersAPlanFromAFileLikeOneInMemory() throws IOException {
        MaskPlan plan = analyze(new SquareClip.SquareDetector(), AnalysisSettings.standard());
        MaskPlan read = new MaskPlanJson().parse("plan", new MaskPlanJson().write(plan));
        assertEquals(plan, read);
        assertSameRender(plan, read);
    }

    @Test
    void masksFramesWholeAroundAFailureOfTheDetector() {
        MaskPlan plan =
                analyze(OddDetector.failingOn(10), AnalysisSettings.standard().withEvery(2));
        assertEquals(1, plan.wholeFrames().size());
        assertEquals(9, plan.wholeFrames().getFirst().firstFrame());
        assertEquals(11, plan.wholeFrames().getFirst().lastFrame());
        assertEquals(WholeReason.DETECTOR_FAILED, plan.wholeFrames().getFirst().reason());
        assertEquals(3, render(plan, output).wholeFrames());
        assertTrue(details(output).stream().allMatch(detail -> detail < MASKED));
    }

    @Test
    void masksEverythingWholeWhenTheDetectorAlwaysFails() {
        assertEquals(FRAMES, mask(OddDetector.failingAlways()).wholeFrames());
        assertTrue(details(output).stream().allMatch(detail -> detail < MASKED));
    }

    @Test
    void keepsWhatOneDetectorSawWhereAnotherFails() {
        List<DetectorUse> uses = List.of(
                new DetectorUse(OddDetector.failingOn(8), List.of(), 4),
                new DetectorUse(new SquareClip.SquareDetector(), List.of()));
        MaskPlan plan =
                deidentifier.analyze(clip, uses, AnalysisSettings.standard().withEvery(2), Progress.NONE);
        assertEquals(1, plan.wholeFrames().getFirst().firstFrame());
        assertEquals(15, plan.wholeFrames().getFirst().lastFrame());
        assertEquals(0, plan.tracks().getFirst().firstFrame());
        assertEquals(FRAMES - 1, plan.tracks().getFirst().lastFrame());
    }

    @Test
    void coversWhateverMovesWithoutAnyDetector() {
        AnalysisSettings motion =
                AnalysisSettings.standard().withRules(Map.of(TargetKind.MOTION, new MaskRule(MaskStyle.MOSAIC, 0)));
        MaskPlan plan = deidentifier.analyze(clip, List.of(), motion, Progress.NONE);
        render(plan, output);
        assertTrue(details(output).stream().allMatch(detail -> detail < MASKED), () -> "" + details(output));
    }

    @Test
    void masksFramesWholeThatThePlanDoesNotKnow() {
        MaskPlan plan = analyze(OddDetector.seeingOnly(2), AnalysisSettings.standard());
        assertEquals(5, render(shortened(plan, FRAMES - 5), output).wholeFrames());
    }

    @Test
    void leavesTheOriginalAsItWas() {
        String before = FileHash.sha256(clip);
        mask(new SquareClip.SquareDetector());
        assertEquals(before, FileHash.sha256(clip));
    }

    @Test
    void doesNotOverwriteUnlessAsked() throws IOException {
        Files.writeString(output, "precious");
        assertEquals(ErrorCode.OUTPUT_EXISTS, failure(() -> mask(new SquareClip.SquareDetector())));
        assertEquals("precious", Files.readString(output));
    }

    @Test
    void neverWritesOverItsInput() {
        MaskPlan plan = analyze(new SquareClip.SquareDetector(), AnalysisSettings.standard());
        RenderSettings force = new RenderSettings(WriteSettings.forFile(clip), true);
        assertEquals(
                ErrorCode.OUTPUT_EXISTS, failure(() -> deidentifier.render(clip, plan, clip, force, Progress.NONE)));
    }

    @Test
    void refusesAPlanOfAnotherFile() throws IOException {
        MaskPlan plan = analyze(new SquareClip.SquareDetector(), AnalysisSettings.standard());
        Path other = Files.copy(clip, folder.resolve("changed.mp4"));
        Files.write(other, new byte[] {0}, StandardOpenOption.APPEND);
        RenderSettings settings = new RenderSettings(WriteSettings.forFile(output), false);
        assertEquals(
                ErrorCode.PLAN_MISMATCH,
                failure(() -> deidentifier.render(other, plan, output, settings, Progress.NONE)));
        assertFalse(Files.exists(output));
    }

    @Test
    void leavesNothingBehindWhenItIsStopped() throws IOException {
        MaskPlan plan = analyze(new SquareClip.SquareDetector(), AnalysisSettings.standard());
        RenderSettings settings = new RenderSettings(WriteSettings.forFile(output), false);
        assertEquals(
                ErrorCode.CANCELLED,
                failure(() -> deidentifier.render(clip, plan, output, settings, new StopAfter(5))));
        assertEquals(List.of("clip.mp4", "seed.mp4"), namesInFolder());
    }

    @Test
    void removesPartsOfAProcessThatIsGone() throws IOException {
        Files.writeString(folder.resolve(".out.mp4.999999999.garim-part"), "left by a kill");
        mask(new SquareClip.SquareDetector());
        assertEquals(List.of("clip.mp4", "out.mp4", "seed.mp4"), namesInFolder());
    }

    @Test
    void namesAMissingOutputFolder() {
        Path nowhere = folder.resolve("no/such/out.mp4");
        assertEquals(ErrorCode.OUTPUT_FAILED, failure(() -> Deidentifier.requireWritable(clip, nowhere, false)));
    }

    private RenderReport mask(Detector detector) {
        return render(analyze(detector, AnalysisSettings.standard()), output);
    }

    private MaskPlan analyze(Detector detector, AnalysisSettings settings) {
        return deidentifier.analyze(clip, List.of(new DetectorUse(detector, List.of())), settings, Progress.NONE);
    }

    private RenderReport render(MaskPlan plan, Path to) {
        RenderSettings settings = new RenderSettings(WriteSettings.forFile(to), false);
        return deidentifier.render(clip, plan, to, settings, Progress.NONE);
    }

    private void assertSameRender(MaskPlan first, MaskPlan second) throws IOException {
        Path other = folder.resolve("other.mp4");
        render(first, output);
        render(second, other);
        assertArrayEquals(Files.readAllBytes(output), Files.readAllBytes(other));
    }

    private static MaskPlan shortened(MaskPlan plan, int frames) {
        PlanInput in = plan.input();
        PlanInput cut = new PlanInput(
                in.name(),
                in.sha256(),
                in.bytes(),
                in.container(),
                in.codec(),
                in.width(),
                in.height(),
                in.rotation(),
                in.timeBase(),
                frames,
                in.firstPts(),
                in.lastPts());
        return new MaskPlan(
                plan.version(),
                plan.program(),
                cut,
                plan.settings(),
                plan.models(),
                plan.rules(),
                plan.wholeFrames(),
                plan.tracks().stream()
                        .filter(track -> track.lastFrame() < frames)
                        .toList());
    }

    private List<String> namesInFolder() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private static ErrorCode failure(Runnable work) {
        return assertThrows(EngineException.class, work::run).code();
    }

    private static List<Double> details(Path video) {
        return frames(video, reader -> SquareClip::detail);
    }

    private static List<Double> times(Path video) {
        return frames(video, reader -> frame -> reader.info().timeBase().seconds(frame.pts()));
    }

    private static List<Double> frames(Path video, Function<VideoReader, Function<Frame, Double>> figure) {
        List<Double> figures = new ArrayList<>();
        try (VideoReader reader = VideoReader.open(video)) {
            for (Optional<Frame> next = reader.read(); next.isPresent(); next = reader.read()) {
                figures.add(figure.apply(reader).apply(next.get()));
            }
        }
        return figures;
    }

    /** Stops a job after some frames. */
    private static final class StopAfter implements Progress {
        private final int limit;
        private long done;

        StopAfter(int limit) {
            this.limit = limit;
        }

        @Override
        public void advanced(Stage stage, long frames, OptionalLong total) {
            done = frames;
        }

        @Override
        public boolean isCancelled() {
            return done >= limit;
        }
    }
}
