package garim.engine.visibility;

import garim.engine.frame.Keyframe;
import garim.engine.frame.Origin;
import garim.engine.frame.Track;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The frames of a track in which a reviewer was shown the target: those in which it was seen or its pixels were followed.
 * What was only held before and after, put on by hand, or bridged without a trace is masked but not shown: nobody can
 * tell who is there.
 */
final class Shown {
    /** The tracker leaves out at most 24 followed keyframes in a row; a wider gap means that nothing was followed. */
    private static final int WIDEST_STEP = 25;

    private Shown() {}

    /** The runs of frames that are shown, for an entry that keeps them. */
    static List<KeptSpan> spans(Track track, int entry) {
        if (track.keyframes().stream().allMatch(keyframe -> keyframe.origin() == Origin.MANUAL)) {
            return List.of(new KeptSpan(track.firstFrame(), track.lastFrame(), entry));
        }
        List<KeptSpan> spans = new ArrayList<>();
        Optional<Keyframe> before = Optional.empty();
        for (Keyframe keyframe : track.keyframes()) {
            if (isSeen(keyframe)) {
                int frame = keyframe.frame();
                if (before.filter(previous -> isStep(previous, keyframe)).isPresent()) {
                    KeptSpan open = spans.removeLast();
                    spans.add(new KeptSpan(open.firstFrame(), frame, entry));
                } else {
                    spans.add(new KeptSpan(frame, frame, entry));
                }
            }
            before = Optional.of(keyframe);
        }
        return spans;
    }

    /** How the place between two keyframes is known. */
    static Origin between(Keyframe from, Keyframe to) {
        if (from.origin() == Origin.MANUAL && to.origin() == Origin.MANUAL) {
            return Origin.MANUAL;
        }
        return isStep(from, to) ? Origin.FOLLOWED : Origin.PADDED;
    }

    private static boolean isStep(Keyframe from, Keyframe to) {
        return isSeen(from) && isSeen(to) && to.frame() - from.frame() <= WIDEST_STEP;
    }

    private static boolean isSeen(Keyframe keyframe) {
        return keyframe.origin() == Origin.DETECTED
                || keyframe.origin() == Origin.FOLLOWED
                || keyframe.origin() == Origin.SECOND_EYES;
    }
}
