package garim.engine.pipeline;

import garim.engine.frame.EngineException;
import garim.engine.frame.ErrorCode;
import garim.engine.proof.FilePieces;
import garim.engine.proof.FrameSpan;
import garim.engine.proof.OutputMedia;
import garim.engine.proof.ProofFigures;
import garim.engine.proof.SecondLook;
import garim.engine.proof.Spot;
import garim.engine.proof.TrackFigures;
import garim.engine.proof.certificate.Certificate;
import garim.engine.proof.certificate.SignedCertificate;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Makes the certificate of a lifted video out of the certificate of the masked one: whose masks were lifted, by whom and why,
 * and that all others are still there.
 *
 * <p>The original is not at hand when masks are lifted. So what was measured of the tracks that stay masked is taken over, and
 * their places are looked at again in the lifted video.
 */
public final class LiftCertificate {
    /**
     * Who decided to lift what.
     *
     * @param tracks numbers of the lifted tracks
     * @param reason code of the reason
     * @param by who decided
     */
    public record Decision(Set<Integer> tracks, String reason, String by) {
        public Decision {
            tracks = Set.copyOf(tracks);
            Objects.requireNonNull(reason);
            Objects.requireNonNull(by);
        }
    }

    private final String program;
    private final Progress progress;

    /**
     * A maker of such certificates.
     *
     * @param program name and version that go into them
     */
    public LiftCertificate(String program, Progress progress) {
        this.program = program;
        this.progress = progress;
    }

    /**
     * Refuses a certificate from which none of a lift can be made.
     *
     * @param subject what to call it in errors
     * @throws EngineException CERTIFICATE_INVALID when it is not genuine, is of another file, or does not name the tracks
     */
    public static void require(String subject, SignedCertificate before, HashedFile masked, Set<Integer> tracks) {
        if (!before.isGenuine()) {
            throw new EngineException(ErrorCode.CERTIFICATE_INVALID, subject, "it was changed after it was signed");
        }
        if (!before.certificate().output().file().sha256().equals(masked.sha256())) {
            throw new EngineException(ErrorCode.CERTIFICATE_INVALID, subject, "it is of another file");
        }
        Set<Integer> named = before.certificate().figures().tracks().stream()
                .map(TrackFigures::track)
                .collect(Collectors.toSet());
        if (!named.containsAll(tracks)) {
            throw new EngineException(
                    ErrorCode.CERTIFICATE_INVALID, subject, "it does not tell of all tracks " + new TreeSet<>(tracks));
        }
    }

    /**
     * The certificate of a lifted video.
     *
     * @param before the certificate of the masked video, see {@link #require}
     * @param lifted the lifted video
     * @param name its name, without its folder
     * @param encoder that wrote it
     * @param issued the moment that goes into the certificate
     * @throws EngineException PROOF_FAILED when the mask of another track is not there any more
     */
    public Certificate make(
            Certificate before, Path lifted, String name, String encoder, Decision decision, Instant issued) {
        List<TrackFigures> left = before.figures().tracks().stream()
                .filter(track -> !decision.tracks().contains(track.track()))
                .toList();
        List<Spot> spots =
                left.stream().flatMap(track -> track.spots().stream()).toList();
        Inspection now = new Prover().inspect(lifted, spots, progress);
        if (Verifier.isMoreReadable(spots, now.spots())) {
            throw new EngineException(
                    ErrorCode.PROOF_FAILED, name, "the mask of a track that was not to be lifted is not there");
        }
        return new Certificate(
                Certificate.VERSION,
                program,
                issued.truncatedTo(ChronoUnit.SECONDS).toString(),
                statement(before, decision),
                true,
                before.input(),
                new Certificate.Output(name, FilePieces.of(lifted), now.media(), encoder, sound(before, now.media())),
                before.plan(),
                before.depth(),
                new ProofFigures(
                        before.figures().frames(),
                        0,
                        seenNow(left, now.spots()),
                        before.figures().wholeFrames()),
                new Certificate.Eyes(List.of(), SecondLook.none()),
                before.review(),
                kept(before, decision));
    }

    private static String statement(Certificate before, Decision decision) {
        return "lifted: " + new TreeSet<>(decision.tracks()) + " by " + decision.by() + " (" + decision.reason()
                + "), from the file with SHA-256 " + before.output().file().sha256() + ", of which was certified: "
                + before.statement();
    }

    private static Certificate.Sound sound(Certificate before, OutputMedia media) {
        if (media.soundTracks() > 0) {
            return Certificate.Sound.KEPT;
        }
        return before.output().sound() == Certificate.Sound.NONE ? Certificate.Sound.NONE : Certificate.Sound.DROPPED;
    }

    private static List<TrackFigures> seenNow(List<TrackFigures> tracks, List<Spot> spots) {
        return tracks.stream()
                .map(track -> track.withSpots(track.spots().stream()
                        .flatMap(spot ->
                                spots.stream().filter(now -> now.withDetail(0).equals(spot.withDetail(0))))
                        .distinct()
                        .toList()))
                .toList();
    }

    private static List<Certificate.Kept> kept(Certificate before, Decision decision) {
        List<Certificate.Kept> kept = new ArrayList<>(before.kept());
        before.figures().tracks().stream()
                .filter(track -> decision.tracks().contains(track.track()))
                .forEach(track -> kept.add(new Certificate.Kept(
                        track.track(),
                        track.kind(),
                        List.of(new FrameSpan(track.firstFrame(), track.lastFrame())),
                        decision.reason(),
                        decision.by())));
        return kept;
    }
}
