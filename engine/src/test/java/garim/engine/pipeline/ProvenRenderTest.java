package garim.engine.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import garim.engine.frame.Box;
import garim.engine.frame.Detection;
import garim.engine.frame.Edit;
import garim.engine.frame.EngineException;
import garim.engine.frame.ErrorCode;
import garim.engine.frame.MaskPlan;
import garim.engine.frame.Origin;
import garim.engine.frame.TargetKind;
import garim.engine.frame.Track;
import garim.engine.mask.Overprint;
import garim.engine.mask.TextStamp;
import garim.engine.media.VideoReader;
import garim.engine.proof.FrameSpan;
import garim.engine.proof.Sighting;
import garim.engine.proof.TrackFigures;
import garim.engine.proof.certificate.Certificate;
import garim.engine.visibility.Review;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nothing is published whose masks are missing, and what a second look finds is masked or said. */
final class ProvenRenderTest {
    @TempDir
    Path folder;

    private Path output = Path.of("");

    @BeforeEach
    void name() {
        output = folder.resolve("out.mp4");
    }

    private ProvenClip clip() {
        return new ProvenClip(folder);
    }

    @Test
    void measuresThatEveryFrameIsCovered() {
        ProvenClip clip = clip();
        ProvenRender.Result result = clip.render(clip.plan, output, ProvenClip.settings(0, 1));
        TrackFigures track = result.proof().figures().tracks().getFirst();
        assertEquals(ProvenClip.FRAMES, track.framesPresent());
        assertEquals(0, track.framesExposed(), () -> "" + track);
        assertFalse(result.proof().needsReview());
        assertEquals(ProvenClip.FRAMES, result.proof().media().frames());
        assertEquals(FileHash.sha256(output), result.proof().file().sha256());
        assertEquals(clip.plan, result.plan());
    }

    @Test
    void publishesNothingWhenAFaultyRendererLeavesAMaskOut() throws IOException {
        ProvenClip clip = clip();
        ProvenRender faulty = new ProvenRender(
                clip.deidentifier,
                (input, plan, file, settings, progress, check) ->
                        clip.deidentifier.render(input, clip.blind(), file, settings, progress, check),
                new Prover());
        EngineException e = assertThrows(
                EngineException.class,
                () -> faulty.run(
                        clip.clip,
                        clip.plan,
                        output,
                        ProvenClip.write(output),
                        ProvenClip.settings(0, 1),
                        Progress.NONE));
        assertEquals(ErrorCode.PROOF_FAILED, e.code());
        assertEquals(output.toString(), e.subject());
        assertTrue(e.detail().startsWith("track 1 is not masked in 24 of 24 frames"), e.detail());
        try (Stream<Path> left = Files.list(folder)) {
            assertEquals(
                    List.of(),
                    left.filter(file -> file.getFileName().toString().contains("out.mp4"))
                            .toList());
        }
    }

    @Test
    void callsNothingCoveredInACopyOfTheInput() {
        ProvenClip clip = clip();
        Proof proof = new Prover().prove(clip.clip, clip.clip, clip.plan, ProvenClip.settings(0, 1), Progress.NONE);
        TrackFigures track = proof.figures().tracks().getFirst();
        assertEquals(0, track.framesCovered());
        assertEquals(ProvenClip.FRAMES, track.framesExposed());
        assertTrue(proof.needsReview());
    }

    @Test
    void saysInWhichFramesAMaskLeaks() {
        ProvenClip clip = clip();
        Track found = clip.plan.tracks().getFirst();
        Track cut = new Track(
                found.id(),
                found.kind(),
                found.keyframes().stream().filter(k -> k.frame() < 22).toList());
        ProvenRender leaking = new ProvenRender(
                clip.deidentifier,
                (input, plan, file, settings, progress, check) ->
                        clip.deidentifier.render(input, clip.with(cut), file, settings, progress, check),
                new Prover());
        ProvenRender.Result result = leaking.run(
                clip.clip, clip.plan, output, ProvenClip.write(output), ProvenClip.settings(0, 1), Progress.NONE);
        List<FrameSpan> exposed = result.proof().figures().tracks().getFirst().exposed();
        assertEquals(List.of(new FrameSpan(cut.lastFrame() + 1, ProvenClip.FRAMES - 1)), exposed);
        assertTrue(result.proof().needsReview());
        assertTrue(Files.exists(output));
    }

    @Test
    void refusesAnOutputThatHasFewerFrames() {
        ProvenClip clip = clip();
        Path half = folder.resolve("half");
        assertTrue(half.toFile().mkdir());
        Path other = SquareClip.write(half, ProvenClip.FRAMES - 4);
        EngineException e = assertThrows(EngineException.class, () -> new Prover()
                .prove(clip.clip, other, clip.plan, ProvenClip.settings(0, 1), Progress.NONE));
        assertEquals(ErrorCode.PROOF_FAILED, e.code());
        assertTrue(e.detail().contains("fewer frames"), e.detail());
    }

    @Test
    void listsWhatSecondEyesStillFind() {
        ProvenClip clip = clip();
        Proof proof = clip.render(clip.blind(), output, ProvenClip.settings(0, 1, new SquareClip.SquareDetector()))
                .proof();
        Sighting sighting = proof.eyes().sightings().getFirst();
        assertEquals(TargetKind.FACE, sighting.kind());
        assertEquals("square", sighting.source());
        assertTrue(sighting.box().iou(SquareClip.square(sighting.frame())) > 0.7);
        assertEquals(2, proof.eyes().looks());
        assertTrue(proof.needsReview());
    }

    @Test
    void takesNoMaskForATarget() {
        ProvenClip clip = clip();
        Proof proof = clip.render(clip.plan, output, ProvenClip.settings(0, 1, new SquareClip.SquareDetector()))
                .proof();
        assertEquals(List.of(), proof.eyes().sightings());
        assertTrue(proof.eyes().onMasks() > 0);
        assertFalse(proof.needsReview());
    }

    /** A bright bar at the bottom left, as a watermark is. */
    private static RenderSettings printing(Path output) {
        byte[] ink = new byte[40 * 20];
        Arrays.fill(ink, (byte) 255);
        TextStamp bar = new TextStamp(40, 20, ink, ink);
        return ProvenClip.write(output)
                .withOverprint(new Overprint(
                        Optional.empty(), Optional.of(new Overprint.Watermark(bar, Overprint.Layout.CORNER))));
    }

    /** Sees bright pixels in the left half at the bottom, where the bar is, or all over. */
    private static OddDetector barOrSquare(boolean isOnlyBar) {
        return new OddDetector(new SquareClip.SquareDetector(), seen -> seen.stream()
                .filter(d -> !isOnlyBar || d.box().bottom() > SquareClip.HEIGHT - 20)
                .toList());
    }

    @Test
    void takesNoWatermarkForATarget() {
        ProvenClip clip = clip();
        ProofSettings settings = ProvenClip.settings(0, 1, barOrSquare(true));
        MaskPlan nobody = clip.plan;
        Proof proof = new ProvenRender(clip.deidentifier, new Prover())
                .run(clip.clip, nobody, output, printing(output), settings, Progress.NONE)
                .proof();
        assertEquals(List.of(), proof.eyes().sightings(), () -> "" + proof.eyes());
    }

    @Test
    void findsWhoWasFilmedThoughAWatermarkIsThere() {
        ProvenClip clip = clip();
        ProofSettings settings = ProvenClip.settings(0, 1, new SquareClip.SquareDetector());
        Proof proof = new ProvenRender(clip.deidentifier, new Prover())
                .run(clip.clip, clip.blind(), output, printing(output), settings, Progress.NONE)
                .proof();
        assertFalse(proof.eyes().sightings().isEmpty(), () -> "" + proof.eyes());
    }

    @Test
    void seesTheSameOnAnyNumberOfThreads() {
        ProvenClip clip = clip();
        Proof one = clip.render(clip.blind(), output, ProvenClip.settings(0, 1, new SquareClip.SquareDetector()))
                .proof();
        Proof seven = clip.render(clip.blind(), output, ProvenClip.settings(0, 7, new SquareClip.SquareDetector()))
                .proof();
        assertEquals(one, seven);
    }

    @Test
    void needsReviewWhereSecondEyesFail() {
        ProvenClip clip = clip();
        Proof proof = clip.render(clip.plan, output, ProvenClip.settings(0, 2, OddDetector.failingAlways()))
                .proof();
        assertEquals(proof.eyes().looks(), proof.eyes().failedLooks());
        assertTrue(proof.needsReview());
    }

    @Test
    void masksWhatSecondEyesFindWhenItIsStrict() {
        ProvenClip clip = clip();
        ProvenRender.Result result =
                clip.render(clip.blind(), output, ProvenClip.settings(3, 1, new SquareClip.SquareDetector()));
        assertEquals(1, result.rounds());
        assertEquals(List.of(), result.proof().eyes().sightings());
        Track added = result.plan().tracks().getFirst();
        assertTrue(added.keyframes().stream().anyMatch(k -> k.origin() == Origin.SECOND_EYES));
        assertEquals(0, added.firstFrame());
        assertEquals(ProvenClip.FRAMES - 1, added.lastFrame());
        assertTrue(details(output).stream().allMatch(detail -> detail < 0.1), () -> "" + details(output));
    }

    @Test
    void saysWhatRemainsWhenStrictRoundsAreOver() {
        ProvenClip clip = clip();
        OddDetector elsewhere = new OddDetector(new SquareClip.SquareDetector(), seen -> seen.stream()
                .map(d -> new Detection(d.kind(), beside(d.box()), d.score(), d.source()))
                .toList());
        ProvenRender.Result result = clip.render(clip.blind(), output, ProvenClip.settings(1, 1, elsewhere));
        assertEquals(1, result.rounds());
        assertTrue(Files.exists(output));
    }

    /** A place that no mask of the same target reaches. */
    private static Box beside(Box box) {
        return new Box(box.x(), Math.max(0, box.y() - 40), box.width(), 20);
    }

    private static List<Double> details(Path file) {
        try (VideoReader reader = VideoReader.open(file)) {
            return Stream.generate(reader::read)
                    .takeWhile(Optional::isPresent)
                    .map(frame -> SquareClip.detail(frame.orElseThrow()))
                    .toList();
        }
    }

    @Test
    void asksNothingOfWhoIsKeptAndNamesReasonAndPeople() {
        ProvenClip clip = clip();
        MaskPlan kept = new Review(clip.plan).append("Kim", Instant.EPOCH, "subject", "", new Edit.Keep(List.of(1)));
        MaskPlan approved = new Review(kept).append("Lee", Instant.EPOCH, "", "", new Edit.Approve());
        ProofSettings settings = ProvenClip.settings(0, 1, new SquareClip.SquareDetector());
        ProvenRender.Result result = clip.render(approved, output, settings);
        Certificate certificate = new CertificateMaker("test").make("out.mp4", result, settings, true, Instant.EPOCH);
        Certificate.Kept who = certificate.kept().getFirst();
        assertEquals("subject", who.reason());
        assertEquals("Kim", who.reviewer());
        assertEquals(List.of("Kim"), certificate.review().reviewers());
        assertEquals("Lee", certificate.review().approver());
        assertEquals(Certificate.Sound.DROPPED, certificate.output().sound());
        assertTrue(result.proof().eyes().onKept() > 0);
        assertEquals(List.of(), result.proof().eyes().sightings());
        assertFalse(result.proof().figures().isExposed());
        assertTrue(certificate.statement().endsWith("1 kept visible, reviewed by Kim, approved by Lee"));
        assertFalse(certificate.statement().contains("anonym"));
    }

    @Test
    void countsOnlyWhenItIsToldSo() {
        ProvenClip clip = clip();
        ProofSettings hash = new ProofSettings(ProofSettings.Depth.HASH, List.of(), 0, 1);
        ProvenRender.Result result = clip.render(clip.plan, output, hash);
        assertEquals(ProvenClip.FRAMES, result.proof().media().frames());
        Certificate certificate = new CertificateMaker("test").make("out.mp4", result, hash, false, Instant.EPOCH);
        assertTrue(certificate.statement().contains("not measured"), certificate.statement());
        assertEquals(Certificate.Sound.NONE, certificate.output().sound());
    }
}
