package garim.engine.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import garim.engine.frame.Box;
import garim.engine.frame.EngineException;
import garim.engine.frame.ErrorCode;
import garim.engine.frame.Keyframe;
import garim.engine.frame.MaskPlan;
import garim.engine.frame.Origin;
import garim.engine.frame.TargetKind;
import garim.engine.frame.Track;
import garim.engine.plan.MaskPlanJson;
import garim.engine.proof.FrameSpan;
import garim.engine.proof.TrackFigures;
import garim.engine.proof.certificate.Certificate;
import garim.engine.proof.certificate.CertificateText;
import garim.engine.proof.certificate.SignedCertificate;
import garim.engine.proof.certificate.SigningKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the certificate of a lifted video says, and when none is given. */
final class LiftCertificateTest {
    private static final int SQUARE = 1;
    private static final int CORNER = 2;
    private static final LiftCertificate.Decision DECISION =
            new LiftCertificate.Decision(Set.of(SQUARE), "court-order", "Kim");

    @TempDir
    private Path folder;

    private final SigningKey key = SigningKey.generate();
    private Path masked = Path.of("");
    private Path file = Path.of("");
    private Path lifted = Path.of("");

    @BeforeEach
    void name() {
        masked = folder.resolve("masked.mp4");
        file = folder.resolve("masked.json");
        lifted = folder.resolve("lifted.mp4");
    }

    private static Track track(int id, IntFunction<Box> place) {
        return new Track(
                id,
                TargetKind.FACE,
                IntStream.range(0, ProvenClip.FRAMES)
                        .mapToObj(frame -> new Keyframe(frame, place.apply(frame), Origin.DETECTED, 0.9))
                        .toList());
    }

    private static Track square() {
        return track(SQUARE, SquareClip::square);
    }

    /** Sits where the square is at the end, so that there is something to see under its mask. */
    private static Track corner() {
        return track(CORNER, frame -> SquareClip.square(ProvenClip.FRAMES - 1).shift(40, 20));
    }

    private SignedCertificate certified(ProvenClip clip, MaskPlan plan) {
        clip.certify(plan, masked, file, key);
        return new CertificateText().read(file);
    }

    /** A video as a lift leaves it: these tracks are still masked. */
    private void lift(ProvenClip clip, Track... left) {
        clip.deidentifier.render(
                clip.clip, clip.with(left), lifted, ProvenClip.write(lifted), Progress.NONE, RenderCheck.NONE);
    }

    private Certificate make(SignedCertificate before) {
        return new LiftCertificate("test", Progress.NONE)
                .make(before.certificate(), lifted, "lifted.mp4", "encoder", DECISION, Instant.EPOCH);
    }

    @Test
    void saysWhoseMaskWasLiftedByWhomAndWhyAndThatTheOthersAreThere() {
        ProvenClip clip = new ProvenClip(folder);
        SignedCertificate before = certified(clip, clip.with(square(), corner()));
        lift(clip, corner());
        Certificate certificate = make(before);
        assertEquals(
                List.of(CORNER),
                certificate.figures().tracks().stream().map(TrackFigures::track).toList());
        assertEquals(
                List.of(new Certificate.Kept(
                        SQUARE,
                        TargetKind.FACE,
                        List.of(new FrameSpan(0, ProvenClip.FRAMES - 1)),
                        "court-order",
                        "Kim")),
                certificate.kept());
        assertTrue(certificate.needsReview());
        assertTrue(certificate.statement().contains("by Kim (court-order)"), certificate::statement);
        assertTrue(certificate.statement().endsWith(before.certificate().statement()), certificate::statement);
    }

    @Test
    void holdsAgainstTheLiftedVideoTheOriginalAndThePlan() {
        ProvenClip clip = new ProvenClip(folder);
        MaskPlan plan = clip.with(square(), corner());
        SignedCertificate before = certified(clip, plan);
        lift(clip, corner());
        Path signed = folder.resolve("lifted.json");
        new CertificateText().write(make(before), key, signed);
        Path planFile = folder.resolve("plan.json");
        new MaskPlanJson().write(plan, planFile);
        Verifier.Evidence evidence = new Verifier.Evidence(
                signed, Optional.of(clip.clip), Optional.of(planFile), Optional.of(key.publicKey()));
        assertEquals(
                List.of(),
                new Verifier().verify(lifted, evidence, Progress.NONE).faults());
    }

    @Test
    void isNotGivenWhereAnotherMaskIsGoneToo() {
        ProvenClip clip = new ProvenClip(folder);
        SignedCertificate before = certified(clip, clip.with(square(), track(CORNER, SquareClip::square)));
        lift(clip);
        EngineException e = assertThrows(EngineException.class, () -> make(before));
        assertEquals(ErrorCode.PROOF_FAILED, e.code());
    }

    @Test
    void isNotMadeOutOfOneThatWasChangedOrIsOfAnotherFileOrDoesNotNameTheTrack() throws IOException {
        ProvenClip clip = new ProvenClip(folder);
        SignedCertificate before = certified(clip, clip.with(square()));
        LiftCertificate.require("c", before, HashedFile.of(masked), Set.of(SQUARE));
        SignedCertificate changed = new SignedCertificate(before.certificate(), before.key(), before.lineage(), false);
        assertRefused("changed after it was signed", changed, masked, Set.of(SQUARE));
        assertRefused("does not tell of all tracks", before, masked, Set.of(SQUARE, CORNER));
        Path other = Files.write(folder.resolve("other.mp4"), new byte[] {1});
        assertRefused("another file", before, other, Set.of(SQUARE));
    }

    private static void assertRefused(String why, SignedCertificate before, Path masked, Set<Integer> tracks) {
        HashedFile hashed = HashedFile.of(masked);
        EngineException e =
                assertThrows(EngineException.class, () -> LiftCertificate.require("c", before, hashed, tracks));
        assertEquals(ErrorCode.CERTIFICATE_INVALID, e.code());
        assertTrue(e.detail().contains(why), e::detail);
    }
}
