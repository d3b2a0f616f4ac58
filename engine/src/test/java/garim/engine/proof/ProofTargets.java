package garim.engine.proof;

import garim.engine.frame.Box;
import garim.engine.frame.Keyframe;
import garim.engine.frame.Origin;
import garim.engine.frame.TargetKind;
import garim.engine.frame.Track;
import java.util.List;
import java.util.Optional;

/** Targets and claims as the tests need them. */
final class ProofTargets {
    private ProofTargets() {}

    static ProofTarget face(int track, Box box) {
        return new ProofTarget(track, TargetKind.FACE, box, Optional.empty(), 0.25);
    }

    /** A face that stands still. */
    static Claim still(int track, Box box, int firstFrame, int lastFrame, FrameSpan... kept) {
        List<Keyframe> ends = firstFrame == lastFrame
                ? List.of(new Keyframe(firstFrame, box, Origin.DETECTED, 1))
                : List.of(
                        new Keyframe(firstFrame, box, Origin.DETECTED, 1),
                        new Keyframe(lastFrame, box, Origin.DETECTED, 1));
        return new Claim(new Track(track, TargetKind.FACE, ends), 0.25, List.of(kept));
    }
}
