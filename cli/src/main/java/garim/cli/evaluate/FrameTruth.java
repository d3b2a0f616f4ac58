package garim.cli.evaluate;

import java.util.List;
import java.util.Set;

/**
 * A frame truth holds what a person saw in one frame.
 *
 * @param frame 0-based index in output order
 * @param targets what is there; empty when the frame was checked and nothing is there
 */
public record FrameTruth(int frame, List<TargetBox> targets) {
    public FrameTruth {
        targets = List.copyOf(targets);
        if (frame < 0) {
            throw new IllegalArgumentException("bad frame " + frame);
        }
    }

    /** The targets whose kind is one of these. */
    public List<TargetBox> ofKinds(Set<String> kinds) {
        return targets.stream().filter(t -> kinds.contains(t.kind())).toList();
    }
}
