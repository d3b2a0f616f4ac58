package garim.engine.pipeline;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import garim.engine.detect.Detector;
import garim.engine.detect.Picture;
import garim.engine.frame.Box;
import garim.engine.frame.Detection;
import garim.engine.frame.EngineException;
import garim.engine.frame.ErrorCode;
import garim.engine.frame.MaskPlan;
import garim.engine.frame.MaskRule;
import garim.engine.frame.MaskStyle;
import garim.engine.frame.ModelUse;
import garim.engine.frame.TargetKind;
import garim.engine.media.WriteSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whenever a job is stopped, the same job goes on from there, and its result is that of a job that was not stopped. */
final class ResumeTest {
    @TempDir
    private Path folder;

    private final Deidentifier deidentifier = new Deidentifier("test");
    private Path clip = Path.of("");
    private Path output = Path.of("");

    @BeforeEach
    void makesAClipOfFourSegments() {
        clip = make("clip.mp4", "-c:v mpeg4 -bf 2 -g 10");
        output = folder.resolve("out.mp4");
    }

    private Path make(String name, String codec) {
        return NoisyClip.make(folder.resolve(name), codec);
    }

    /** Sees something whose place follows from the pixels, and counts how often it is asked. */
    private static final class CountingDetector implements Detector {
        private final AtomicInteger looks = new AtomicInteger();

        @Override
        public String name() {
            return "counting";
        }

        @Override
        public List<Detection> detect(Picture picture) {
            looks.incrementAndGet();
            int sum = 0;
            for (byte value : picture.green()) {
                sum += value & 0xff;
            }
            Box box = new Box(sum % 100, sum % 70, 30.25 + sum % 7, 20.5 + sum % 5);
            return List.of(new Detection(TargetKind.FACE, box, 0.5 + sum % 50 / 100.0, name()));
        }

        @Override
        public void close() {}
    }

    /** Stops a job when so many frames are done. */
    private record StopAfter(Stage stage, long frames, AtomicInteger seen) implements Progress {
        StopAfter(Stage stage, long frames) {
            this(stage, frames, new AtomicInteger());
        }

        @Override
        public void advanced(Stage now, long done, OptionalLong total) {
            if (now == stage) {
                seen.set((int) done);
            }
        }

        @Override
        public boolean isCancelled() {
            return seen.get() >= frames;
        }
    }

    private static List<DetectorUse> uses(Detector detector) {
        return List.of(new DetectorUse(detector, List.of()));
    }

    private MaskPlan plan() {
        return deidentifier.analyze(clip, uses(new CountingDetector()), AnalysisSettings.standard(), Progress.NONE);
    }

    private static RenderSettings settings(Path output) {
        return new RenderSettings(WriteSettings.forFile(output), true);
    }

    private byte[] rendered(MaskPlan plan, RenderSettings settings) throws IOException {
        Path file = folder.resolve("whole.mp4");
        deidentifier.render(clip, plan, file, settings, Progress.NONE);
        return Files.readAllBytes(file);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 17, 100, 204})
    void anAnalysisGoesOnWithoutAskingTheDetectorsAgain(int frames) {
        CountingDetector detector = new CountingDetector();
        try (WorkFolder work = WorkFolder.of(output)) {
            EngineException stopped = assertThrows(
                    EngineException.class,
                    () -> deidentifier.analyze(
                            clip,
                            uses(detector),
                            AnalysisSettings.standard(),
                            work,
                            new StopAfter(Stage.ANALYZE, frames)));
            assertEquals(ErrorCode.CANCELLED, stopped.code());
        }
        try (WorkFolder work = WorkFolder.of(output)) {
            MaskPlan resumed =
                    deidentifier.analyze(clip, uses(detector), AnalysisSettings.standard(), work, Progress.NONE);
            assertEquals(plan(), resumed);
        }
        CountingDetector once = new CountingDetector();
        deidentifier.analyze(clip, uses(once), AnalysisSettings.standard(), Progress.NONE);
        // those under way when it was stopped are asked again
        assertTrue(detector.looks.get() <= once.looks.get() + 8, detector.looks + " looks instead of " + once.looks);
    }

    @Test
    void answersOfAnotherDetectorOrCadenceAreNotTaken() {
        try (WorkFolder work = WorkFolder.of(output)) {
            deidentifier.analyze(clip, uses(new CountingDetector()), AnalysisSettings.standard(), work, Progress.NONE);
            CountingDetector again = new CountingDetector();
            deidentifier.analyze(clip, uses(again), AnalysisSettings.standard().withEvery(3), work, Progress.NONE);
            assertTrue(again.looks.get() > 0);
        }
    }

    @Test
    void answersOfAnotherDeviceAreNotMixedIn() {
        CountingDetector once = new CountingDetector();
        deidentifier.analyze(clip, ranOn("cuda", once), AnalysisSettings.standard(), Progress.NONE);
        try (WorkFolder work = WorkFolder.of(output)) {
            StopAfter midst = new StopAfter(Stage.ANALYZE, 100);
            assertThrows(
                    EngineException.class,
                    () -> deidentifier.analyze(
                            clip, ranOn("", new CountingDetector()), AnalysisSettings.standard(), work, midst));
            CountingDetector again = new CountingDetector();
            MaskPlan plan =
                    deidentifier.analyze(clip, ranOn("cuda", again), AnalysisSettings.standard(), work, Progress.NONE);
            assertEquals(once.looks.get(), again.looks.get());
            assertEquals("cuda", plan.models().getFirst().device());
        }
    }

    private static List<DetectorUse> ranOn(String device, Detector detector) {
        return List.of(new DetectorUse(detector, List.of(new ModelUse("net", "0".repeat(64), device))));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 60, 150, 204})
    void aRenderGoesOnAndGivesTheSameBytes(int frames) throws IOException {
        MaskPlan plan = plan();
        byte[] whole = rendered(plan, settings(output));
        try (WorkFolder work = WorkFolder.of(output)) {
            assertThrows(
                    EngineException.class,
                    () -> deidentifier.render(
                            clip, plan, output, settings(output), work, new StopAfter(Stage.RENDER, frames)));
        }
        assertFalse(Files.exists(output));
        try (WorkFolder work = WorkFolder.of(output)) {
            deidentifier.render(clip, plan, output, settings(output), work, Progress.NONE);
            work.delete();
        }
        assertArrayEquals(whole, Files.readAllBytes(output));
        assertEquals(List.of("clip.mp4", "out.mp4", "whole.mp4"), names());
    }

    @Test
    void segmentsThatAreWrittenAreNotWrittenAgain() throws IOException {
        MaskPlan plan = plan();
        try (WorkFolder work = WorkFolder.of(output)) {
            deidentifier.render(clip, plan, output, settings(output), work, Progress.NONE);
            byte[] whole = Files.readAllBytes(output);
            List<Path> segments = segments();
            assertEquals(4, segments.size());
            Object touched = Files.getLastModifiedTime(segments.get(1));
            Files.delete(segments.get(2));
            deidentifier.render(clip, plan, output, settings(output), work, Progress.NONE);
            assertEquals(touched, Files.getLastModifiedTime(segments.get(1)));
            assertArrayEquals(whole, Files.readAllBytes(output));
        }
    }

    @Test
    void aDamagedSegmentIsWrittenAgain() throws IOException {
        MaskPlan plan = plan();
        try (WorkFolder work = WorkFolder.of(output)) {
            deidentifier.render(clip, plan, output, settings(output), work, Progress.NONE);
            byte[] whole = Files.readAllBytes(output);
            Path segment = segments().get(1);
            byte[] bytes = Files.readAllBytes(segment);
            bytes[bytes.length / 2] ^= 1;
            Files.write(segment, bytes);
            deidentifier.render(clip, plan, output, settings(output), work, Progress.NONE);
            assertArrayEquals(whole, Files.readAllBytes(output));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"-c:v mpeg4 -bf 2 -g 10", "-c:v libopenh264 -g 25", "-c:v mpeg4 -g 300"})
    void theOutputIsTheSameOnOneTwoAndSevenThreads(String codec) throws IOException {
        clip = make("clip.mp4", codec);
        MaskPlan plan = plan();
        byte[] one = rendered(plan, settings(output).withThreads(1));
        assertArrayEquals(one, rendered(plan, settings(output).withThreads(2)));
        assertArrayEquals(one, rendered(plan, settings(output).withThreads(7)));
    }

    @Test
    void aFileThatCannotBeReadFromTheMiddleIsReadFromItsBeginning() throws IOException {
        Path whole = make("damaged.ts", "-c:v mpeg2video -g 10");
        byte[] bytes = Files.readAllBytes(whole);
        for (int at = bytes.length / 3; at < bytes.length / 3 + 400; at++) {
            bytes[at] ^= 0x55;
        }
        clip = Files.write(folder.resolve("damaged.ts"), bytes);
        MaskPlan plan = plan();
        byte[] one = rendered(plan, settings(output).withThreads(1));
        assertArrayEquals(one, rendered(plan, settings(output).withThreads(4)));
    }

    @Test
    void aDamagedFileGoesOnTooAfterManyStops() throws IOException {
        byte[] bytes = Files.readAllBytes(clip);
        for (int at = bytes.length / 3; at < bytes.length / 3 + 400; at++) {
            bytes[at] ^= 0x55;
        }
        Files.write(clip, bytes);
        MaskPlan plan = plan();
        byte[] whole = rendered(plan, settings(output));
        FileTime longAgo = FileTime.fromMillis(0);
        try (WorkFolder work = WorkFolder.of(output)) {
            deidentifier.render(clip, plan, output, settings(output), work, Progress.NONE);
            List<Path> segments = segments();
            Files.setLastModifiedTime(segments.get(0), longAgo);
            // as a kill would leave it
            for (Path lost : segments.subList(2, segments.size())) {
                Files.delete(lost);
            }
            deidentifier.render(clip, plan, output, settings(output), work, Progress.NONE);
            assertEquals(longAgo, Files.getLastModifiedTime(segments.get(0)));
        }
        assertArrayEquals(whole, Files.readAllBytes(output));
    }

    @Test
    void hiddenNamesAreKnownAsSuch() {
        try (WorkFolder work = WorkFolder.of(output)) {
            assertTrue(work.holds(
                    folder.resolve(".out.mp4.garim-work").resolve("looks").toString()));
            assertTrue(work.holds(folder.resolve(".out.mp4.17.garim-part").toString()));
            assertFalse(work.holds(output.toString()));
            assertFalse(work.holds("output"));
            work.delete();
        }
    }

    @Test
    void aPlanThatIsThereIsNotMadeAgain() {
        CountingDetector detector = new CountingDetector();
        AtomicInteger frames = new AtomicInteger();
        Progress counting = (stage, done, total) -> frames.set((int) done);
        try (WorkFolder work = WorkFolder.of(output)) {
            AnalysisSettings settings = AnalysisSettings.standard();
            MaskPlan made = deidentifier.analyze(clip, uses(detector), settings, work, counting);
            int looks = detector.looks.get();
            assertTrue(frames.getAndSet(0) > 0);
            assertEquals(made, deidentifier.analyze(clip, uses(detector), settings, work, counting));
            assertEquals(looks, detector.looks.get());
            assertEquals(0, frames.get());
            MaskRule solid = new MaskRule(MaskStyle.SOLID, 0.5);
            MaskPlan other = deidentifier.analyze(
                    clip, uses(detector), settings.withRules(Map.of(TargetKind.FACE, solid)), work, counting);
            assertEquals(solid, other.rules().get(TargetKind.FACE));
        }
    }

    @Test
    void twoJobsDoNotWriteTheSameOutput() {
        try (WorkFolder first = WorkFolder.of(output)) {
            EngineException refused = assertThrows(EngineException.class, () -> WorkFolder.of(output));
            assertEquals(ErrorCode.OUTPUT_FAILED, refused.code());
            first.delete();
        }
    }

    private List<Path> segments() {
        return list(folder.resolve(".out.mp4.garim-work"))
                .filter(file -> file.getFileName().toString().startsWith("segment-"))
                .sorted()
                .toList();
    }

    private List<String> names() {
        return list(folder).map(file -> file.getFileName().toString()).sorted().toList();
    }

    private static Stream<Path> list(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
