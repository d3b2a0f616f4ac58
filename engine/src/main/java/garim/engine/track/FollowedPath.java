package garim.engine.track;

import garim.engine.frame.Box;
import garim.engine.frame.Keyframe;
import garim.engine.frame.Origin;
import java.util.List;
import java.util.Optional;

/**
 * Where the pixels of one detection came from and went to.
 *
 * @param before keyframes of the frames that lead to the detection without a gap, rising; empty when not followed back
 * @param after keyframes of the frames that come after it without a gap, rising
 */
public record FollowedPath(List<Keyframe> before, List<Keyframe> after) {
    /** Nothing was followed. */
    public static final FollowedPath NONE = new FollowedPath(List.of(), List.of());

    public FollowedPath {
        before = List.copyOf(before);
        after = List.copyOf(after);
    }

    /** Where the target went in a later frame; empty when it was lost before. */
    Optional<Box> boxAfter(int frame) {
        int index = after.isEmpty() ? -1 : frame - after.getFirst().frame();
        return index >= 0 && index < after.size() ? Optional.of(after.get(index).box()) : Optional.empty();
    }

    static Keyframe followed(int frame, Box box) {
        return new Keyframe(frame, box, Origin.FOLLOWED, 0);
    }
}
