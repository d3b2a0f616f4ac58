package garim.engine.pipeline;

import garim.engine.frame.EngineException;
import garim.engine.frame.ErrorCode;
import garim.engine.frame.Keyframe;
import garim.engine.frame.MaskPlan;
import garim.engine.frame.Origin;
import garim.engine.frame.Track;
import garim.engine.frame.WholeRange;
import garim.engine.media.MediaInfo;
import garim.engine.pipeline.Verification.Fault;
import garim.engine.pipeline.Verification.Kind;
import garim.engine.pipeline.Verification.Trust;
import garim.engine.plan.MaskPlanJson;
import garim.engine.proof.Claim;
import garim.engine.proof.FilePieces;
import garim.engine.proof.OutputMedia;
import garim.engine.proof.ProofFigures;
import garim.engine.proof.Spot;
import garim.engine.proof.TrackFigures;
import garim.engine.proof.certificate.Certificate;
import garim.engine.proof.certificate.CertificateText;
import garim.engine.proof.certificate.PublicIdentity;
import garim.engine.proof.certificate.SignedCertificate;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Checks a certificate against a file: its signature, its fingerprints, and by looking at the file once more. */
public final class Verifier {
    /** More detail than certified by so much is not what rounding and another decoder make. */
    private static final double MORE_DETAIL = 0.1;

    private final Prover prover = new Prover();

    /**
     * What a file is checked against.
     *
     * @param certificate its certificate
     * @param original the file that was masked, to compare what can be read
     * @param plan the mask plan, to tell whether it was edited, and with the original to compare every frame
     * @param trusted the key that must have signed, or be an earlier one of whoever did
     */
    public record Evidence(
            Path certificate, Optional<Path> original, Optional<Path> plan, Optional<PublicIdentity> trusted) {}

    /**
     * Checks a file.
     *
     * @throws EngineException INPUT_MISSING, CERTIFICATE_INVALID, PLAN_INVALID, CANCELLED, or INPUT_NOT_VIDEO when the file
     *     is unchanged and yet cannot be read
     */
    public Verification verify(Path file, Evidence evidence, Progress progress) {
        SignedCertificate signed = new CertificateText().read(evidence.certificate());
        Certificate certificate = signed.certificate();
        List<Fault> faults = new ArrayList<>();
        if (!signed.isGenuine()) {
            faults.add(new Fault(Kind.CERTIFICATE_CHANGED, "key " + signed.key().id()));
        }
        Trust trust = evidence.trusted().map(key -> trust(signed, key)).orElse(Trust.UNKNOWN);
        if (evidence.trusted().isPresent() && trust == Trust.UNKNOWN) {
            faults.add(new Fault(Kind.KEY_UNKNOWN, "key " + signed.key().id()));
        }
        Optional<Fault> bytes = compareBytes(file, certificate.output().file());
        bytes.ifPresent(faults::add);
        Optional<MaskPlan> plan = evidence.plan().map(path -> new MaskPlanJson().read(path));
        boolean isPlan = plan.map(CertificateMaker::sha256)
                .filter(certificate.plan().sha256()::equals)
                .isPresent();
        if (plan.isPresent() && !isPlan) {
            faults.add(
                    new Fault(Kind.PLAN_CHANGED, String.valueOf(evidence.plan().orElseThrow())));
        }
        boolean isOther = bytes.filter(fault -> fault.kind() == Kind.OTHER_FILE).isPresent();
        if (!isOther && isReadable(file, certificate, bytes.isPresent(), faults, progress)) {
            evidence.original()
                    .ifPresent(original ->
                            compare(original, file, certificate, plan.filter(p -> isPlan), faults, progress));
        }
        return new Verification(signed, trust, faults);
    }

    private static Trust trust(SignedCertificate signed, PublicIdentity trusted) {
        if (signed.isSignedBy(trusted)) {
            return Trust.GIVEN;
        }
        return signed.isSignedBySuccessorOf(trusted) ? Trust.SUCCESSOR : Trust.UNKNOWN;
    }

    private static Optional<Fault> compareBytes(Path file, FilePieces certified) {
        FilePieces now = FilePieces.of(file, certified.pieceBytes());
        if (now.sha256().equals(certified.sha256()) && now.bytes() == certified.bytes()) {
            return Optional.empty();
        }
        List<Integer> changed = certified.changedPieces(now);
        int pieces = certified.pieces().size();
        boolean isLittleLeft = 4 * (pieces - changed.size()) < pieces && now.bytes() != certified.bytes();
        if (isLittleLeft || (changed.size() == pieces && pieces > 1)) {
            return Optional.of(new Fault(Kind.OTHER_FILE, now.bytes() + " bytes instead of " + certified.bytes()));
        }
        long first = changed.isEmpty() ? certified.bytes() : changed.getFirst() * certified.pieceBytes();
        long last = changed.isEmpty()
                ? now.bytes()
                : Math.min(certified.bytes(), (changed.getLast() + 1) * certified.pieceBytes());
        return Optional.of(new Fault(Kind.FILE_CHANGED, "between byte " + first + " and " + last));
    }

    /**
     * Looks whether the file, changed or not, still holds all frames, and masks where the certificate names them; false
     * when it cannot be read any more.
     */
    private boolean isReadable(
            Path file, Certificate certificate, boolean isChanged, List<Fault> faults, Progress progress) {
        List<Spot> certified = certificate.figures().tracks().stream()
                .flatMap(track -> track.spots().stream())
                .toList();
        try {
            Inspection now = prover.inspect(file, certified, progress);
            compareMedia(certificate.output().media(), now.media()).ifPresent(faults::add);
            compareSpots(certified, now.spots()).ifPresent(faults::add);
            return true;
        } catch (EngineException e) {
            if (!isChanged || e.code() == ErrorCode.CANCELLED) {
                throw e;
            }
            faults.add(new Fault(Kind.FRAMES_DIFFER, "the file cannot be read as a video any more"));
            return false;
        }
    }

    private static Optional<Fault> compareMedia(OutputMedia certified, OutputMedia now) {
        boolean isSame = now.frames() == certified.frames()
                && now.width() == certified.width()
                && now.height() == certified.height()
                && now.soundTracks() == certified.soundTracks()
                && Math.abs(now.seconds() - certified.seconds()) <= MediaInfo.TIME_ROUNDING;
        return isSame
                ? Optional.empty()
                : Optional.of(new Fault(Kind.FRAMES_DIFFER, told(now) + " instead of " + told(certified)));
    }

    private static String told(OutputMedia media) {
        return media.frames() + " frames of " + media.width() + "x" + media.height() + " over " + media.seconds()
                + " s, " + media.soundTracks() + " sound tracks";
    }

    /** True when more is to be seen at a place than was. */
    static boolean isMoreReadable(List<Spot> before, List<Spot> now) {
        return moreReadable(before, now).isPresent();
    }

    private static Optional<Spot> moreReadable(List<Spot> before, List<Spot> now) {
        Map<Spot, Spot> measured = now.stream().collect(Collectors.toMap(Verifier::place, spot -> spot, (a, b) -> a));
        return before.stream()
                .filter(spot -> Optional.ofNullable(measured.get(place(spot)))
                        .filter(again -> again.detail() > spot.detail() + MORE_DETAIL)
                        .isPresent())
                .findFirst();
    }

    private static Optional<Fault> compareSpots(List<Spot> certified, List<Spot> now) {
        return moreReadable(certified, now)
                .map(spot -> new Fault(
                        Kind.MASK_READABLE,
                        "frame " + spot.frame() + " shows more detail at " + spot.x() + "," + spot.y()
                                + " than was certified"));
    }

    private static Spot place(Spot spot) {
        return spot.withDetail(0);
    }

    private void compare(
            Path original,
            Path file,
            Certificate certificate,
            Optional<MaskPlan> plan,
            List<Fault> faults,
            Progress progress) {
        if (!FileHash.sha256(original).equals(certificate.input().sha256())) {
            faults.add(new Fault(Kind.OTHER_INPUT, original.toString()));
            return;
        }
        try {
            Claims claims = plan.map(each -> Claims.of(each).showing(certificate.kept()))
                    .orElseGet(() -> atSpots(certificate));
            ProofFigures now = prover.measure(original, file, claims, progress);
            requireNoMore(certificate, now, plan.isPresent()).ifPresent(faults::add);
        } catch (EngineException e) {
            if (e.code() != ErrorCode.PROOF_FAILED) {
                throw e;
            }
            faults.add(new Fault(Kind.FRAMES_DIFFER, e.detail()));
        }
    }

    /** A claim of one frame for each spot, numbered as its track. */
    private static Claims atSpots(Certificate certificate) {
        List<Claim> claims = new ArrayList<>();
        for (TrackFigures track : certificate.figures().tracks()) {
            for (Spot spot : track.spots()) {
                Keyframe there = new Keyframe(spot.frame(), spot.box(), Origin.MANUAL, 0);
                claims.add(new Claim(new Track(claims.size() + 1, track.kind(), List.of(there)), 0, List.of()));
            }
        }
        List<WholeRange> whole = certificate.figures().wholeFrames().stream()
                .map(run -> new WholeRange(run.firstFrame(), run.lastFrame(), run.reason()))
                .toList();
        return new Claims(claims, whole, Integer.MAX_VALUE);
    }

    private static Optional<Fault> requireNoMore(Certificate certificate, ProofFigures now, boolean isWhole) {
        Map<Integer, Integer> certified = certificate.figures().tracks().stream()
                .collect(Collectors.toMap(TrackFigures::track, TrackFigures::framesExposed, Math::max));
        int allowed = certificate.figures().tracks().stream()
                .mapToInt(TrackFigures::framesExposed)
                .sum();
        int atSpots =
                now.tracks().stream().mapToInt(TrackFigures::framesExposed).sum();
        if (!isWhole) {
            return atSpots > allowed
                    ? Optional.of(new Fault(Kind.MASK_READABLE, atSpots + " of the places that were certified"))
                    : Optional.empty();
        }
        return now.tracks().stream()
                .filter(track -> track.framesExposed() > certified.getOrDefault(track.track(), 0))
                .findFirst()
                .map(track -> new Fault(
                        Kind.MASK_READABLE,
                        "track " + track.track() + " in " + track.framesExposed() + " frames, from frame "
                                + track.exposed().getFirst().firstFrame()));
    }
}
