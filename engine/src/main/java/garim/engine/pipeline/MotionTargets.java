package garim.engine.pipeline;

import garim.engine.frame.Box;
import garim.engine.frame.Detection;
import garim.engine.frame.Frame;
import garim.engine.frame.TargetKind;
import garim.engine.motion.FrameMotion;
import garim.engine.motion.MotionWatch;
import garim.engine.track.FrameDetections;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Turns whatever moves into targets, if that was asked for. */
final class MotionTargets {
    private final boolean wanted;
    private final MotionWatch watch = new MotionWatch();
    private final Map<Integer, List<Box>> regions = new HashMap<>();
    private final List<Integer> unanswered = new ArrayList<>();

    MotionTargets(boolean wanted) {
        this.wanted = wanted;
    }

    /** Looks at the next frame; at every one, because it is cheap. */
    void accept(Frame frame, double seconds) {
        if (wanted) {
            watch.accept(frame, seconds).forEach(this::keep);
        }
    }

    /** The frames in which the whole scene changed. Ends the watch. */
    List<Integer> unanswered() {
        watch.finish().forEach(this::keep);
        return List.copyOf(unanswered);
    }

    /** What detectors saw and what moved, frame by frame. */
    List<FrameDetections> joinedWith(List<FrameDetections> looks) {
        SortedMap<Integer, List<Detection>> all = new TreeMap<>();
        looks.forEach(look -> all.put(look.frame(), new ArrayList<>(look.detections())));
        regions.forEach((frame, boxes) -> {
            List<Detection> seen = all.computeIfAbsent(frame, key -> new ArrayList<>());
            boxes.forEach(box -> seen.add(new Detection(TargetKind.MOTION, box, 1, "motion")));
        });
        return all.entrySet().stream()
                .map(look -> new FrameDetections(look.getKey(), look.getValue()))
                .toList();
    }

    private void keep(FrameMotion motion) {
        if (motion.isUnknown()) {
            unanswered.add(motion.frame());
        }
        if (!motion.regions().isEmpty()) {
            regions.put(motion.frame(), motion.regions());
        }
    }
}
