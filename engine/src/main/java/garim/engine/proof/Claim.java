package garim.engine.proof;

import garim.engine.frame.Track;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A claim says that nobody can read a target in the output, in all frames of its life but those in which it is kept.
 *
 * @param track where the target is
 * @param margin ratio of its box that its mask covers in addition on every side
 * @param kept runs of frames in which it may be seen
 */
public record Claim(Track track, double margin, List<FrameSpan> kept) {
    public Claim {
        Objects.requireNonNull(track);
        kept = List.copyOf(kept);
    }

    /** True when it may be seen in a frame. */
    public boolean isKept(int frame) {
        return kept.stream().anyMatch(span -> span.contains(frame));
    }

    /** The target in a frame; empty where it is not there or may be seen. */
    public Optional<ProofTarget> targetAt(int frame) {
        if (isKept(frame)) {
            return Optional.empty();
        }
        return track.boxAt(frame)
                .map(box -> new ProofTarget(track.id(), track.kind(), box, track.polygonAt(frame), margin));
    }
}
