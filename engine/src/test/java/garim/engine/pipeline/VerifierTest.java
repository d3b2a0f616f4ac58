package garim.engine.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import garim.engine.frame.EngineException;
import garim.engine.frame.ErrorCode;
import garim.engine.frame.MaskPlan;
import garim.engine.frame.Track;
import garim.engine.pipeline.Verification.Kind;
import garim.engine.pipeline.Verification.Trust;
import garim.engine.plan.MaskPlanJson;
import garim.engine.proof.FilePieces;
import garim.engine.proof.OutputMedia;
import garim.engine.proof.certificate.Certificate;
import garim.engine.proof.certificate.CertificateText;
import garim.engine.proof.certificate.PublicIdentity;
import garim.engine.proof.certificate.SigningKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each way in which a certificate may not hold is told by its name. */
final class VerifierTest {
    private static final int TAMPERINGS = 40;

    @TempDir
    Path folder;

    private final SigningKey key = SigningKey.generate();
    private Path output = Path.of("");
    private Path file = Path.of("");

    @BeforeEach
    void name() {
        output = folder.resolve("out.mp4");
        file = folder.resolve("out.json");
    }

    private ProvenClip certified() {
        ProvenClip clip = new ProvenClip(folder);
        clip.certify(clip.plan, output, file, key);
        return clip;
    }

    private Verification verify(Optional<Path> input, Optional<Path> plan, Optional<PublicIdentity> trusted) {
        return new Verifier().verify(output, new Verifier.Evidence(file, input, plan, trusted), Progress.NONE);
    }

    private List<Kind> faults() {
        return kinds(verify(Optional.empty(), Optional.empty(), Optional.empty()));
    }

    private static List<Kind> kinds(Verification verification) {
        return verification.faults().stream().map(Verification.Fault::kind).toList();
    }

    private Path planFile(MaskPlan plan) {
        Path path = folder.resolve("plan.json");
        new MaskPlanJson().write(plan, path);
        return path;
    }

    @Test
    void holdsForTheFileThatWasCertified() {
        ProvenClip clip = certified();
        assertEquals(List.of(), faults());
        Verification all =
                verify(Optional.of(clip.clip), Optional.of(planFile(clip.plan)), Optional.of(key.publicKey()));
        assertEquals(List.of(), all.faults());
        assertEquals(Trust.GIVEN, all.trust());
        assertEquals(List.of(), kinds(verify(Optional.of(clip.clip), Optional.empty(), Optional.empty())));
    }

    @Test
    void namesEveryChangedByteOfTheFile() throws IOException {
        certified();
        byte[] whole = Files.readAllBytes(output);
        Random random = new Random(42);
        for (int i = 0; i < TAMPERINGS; i++) {
            int place = random.nextInt(whole.length);
            byte[] changed = whole.clone();
            changed[place] = (byte) (changed[place] ^ (1 + random.nextInt(255)));
            Files.write(output, changed);
            Verification verification = verify(Optional.empty(), Optional.empty(), Optional.empty());
            Verification.Fault gravest = verification.gravest().orElseThrow();
            assertEquals(Kind.FILE_CHANGED, gravest.kind(), "byte " + place);
            requireHolds(gravest.detail(), place);
        }
    }

    /** The detail names a piece of the file in which the place lies. */
    private static void requireHolds(String detail, int place) {
        List<String> words = Arrays.asList(detail.split(" ", -1));
        assertTrue(
                Long.parseLong(words.get(2)) <= place && Long.parseLong(words.get(4)) > place,
                detail + " for " + place);
    }

    @Test
    void tellsACutFileFromAnother() throws IOException {
        certified();
        byte[] whole = Files.readAllBytes(output);
        Files.write(output, Arrays.copyOf(whole, whole.length * 2 / 3));
        assertEquals(Kind.FILE_CHANGED, faults().getFirst());
        Files.write(output, Arrays.copyOf(whole, whole.length + 1));
        assertEquals(Kind.FILE_CHANGED, faults().getFirst());
    }

    @Test
    void namesTheCertificateOfAnotherFile() {
        ProvenClip clip = certified();
        Path other = folder.resolve("other.mp4");
        clip.certify(clip.blind(), other, folder.resolve("other.json"), key);
        file = folder.resolve("other.json");
        assertEquals(List.of(Kind.OTHER_FILE), faults());
    }

    @Test
    void namesACertificateThatWasChangedByHand() throws IOException {
        certified();
        Files.writeString(file, Files.readString(file).replace("reviewed by nobody", "reviewed by somebody"));
        assertEquals(List.of(Kind.CERTIFICATE_CHANGED), faults());
    }

    @Test
    void namesAKeyThatIsNotTheGivenOne() {
        certified();
        PublicIdentity other = SigningKey.generate().publicKey();
        Verification verification = verify(Optional.empty(), Optional.empty(), Optional.of(other));
        assertEquals(List.of(Kind.KEY_UNKNOWN), kinds(verification));
        assertTrue(verification
                .gravest()
                .orElseThrow()
                .detail()
                .contains(key.publicKey().id()));
    }

    @Test
    void trustsTheSuccessorOfTheGivenKey() {
        SigningKey old = SigningKey.generate();
        SigningKey successor = new SigningKey(key.secret(), key.publicKey(), List.of(old.endorse(key.publicKey())));
        ProvenClip clip = new ProvenClip(folder);
        clip.certify(clip.plan, output, file, successor);
        Verification verification = verify(Optional.empty(), Optional.empty(), Optional.of(old.publicKey()));
        assertEquals(List.of(), verification.faults());
        assertEquals(Trust.SUCCESSOR, verification.trust());
    }

    @Test
    void namesAPlanThatWasEditedAfterwards() {
        ProvenClip clip = certified();
        Track track = clip.plan.tracks().getFirst();
        Track shorter = new Track(
                track.id(),
                track.kind(),
                track.keyframes().subList(0, track.keyframes().size() - 1));
        Path edited = planFile(clip.with(shorter));
        assertEquals(
                List.of(Kind.PLAN_CHANGED), kinds(verify(Optional.empty(), Optional.of(edited), Optional.empty())));
    }

    @Test
    void namesAnOriginalThatIsAnother() {
        certified();
        assertEquals(List.of(Kind.OTHER_INPUT), kinds(verify(Optional.of(output), Optional.empty(), Optional.empty())));
    }

    @Test
    void namesAFileOfFewerFramesThanItsCertificateSays() {
        ProvenClip clip = new ProvenClip(folder);
        Certificate honest = clip.certify(clip.plan, output, file, key);
        OutputMedia media = honest.output().media();
        OutputMedia more = new OutputMedia(
                media.container(), media.codec(), media.width(), media.height(), 25, media.seconds(), 0);
        new CertificateText().write(withOutput(honest, honest.output().file(), more), key, file);
        assertEquals(List.of(Kind.FRAMES_DIFFER), faults());
    }

    @Test
    void seesThroughACertificateOfMasksThatAreNotThere() {
        ProvenClip clip = new ProvenClip(folder);
        Certificate honest = clip.certify(clip.plan, output, file, key);
        Path bare = folder.resolve("bare.mp4");
        OutputMedia media = clip.render(clip.blind(), bare, ProvenClip.settings(0, 1))
                .proof()
                .media();
        output = bare;
        new CertificateText().write(withOutput(honest, FilePieces.of(bare), media), key, file);
        assertEquals(List.of(Kind.MASK_READABLE), faults());
        assertEquals(
                List.of(Kind.MASK_READABLE, Kind.MASK_READABLE),
                kinds(verify(Optional.of(clip.clip), Optional.empty(), Optional.empty())));
        assertEquals(
                List.of(Kind.MASK_READABLE, Kind.MASK_READABLE),
                kinds(verify(Optional.of(clip.clip), Optional.of(planFile(clip.plan)), Optional.empty())));
    }

    private static Certificate withOutput(Certificate honest, FilePieces pieces, OutputMedia media) {
        return new Certificate(
                honest.version(),
                honest.program(),
                honest.issued(),
                honest.statement(),
                honest.needsReview(),
                honest.input(),
                new Certificate.Output("out.mp4", pieces, media, "openh264", Certificate.Sound.NONE),
                honest.plan(),
                honest.depth(),
                honest.figures(),
                honest.secondEyes(),
                honest.review(),
                honest.kept());
    }

    @Test
    void refusesWhatIsNoCertificate() throws IOException {
        certified();
        Files.writeString(file, "{}");
        assertEquals(
                ErrorCode.CERTIFICATE_INVALID,
                assertThrows(EngineException.class, this::faults).code());
    }
}
