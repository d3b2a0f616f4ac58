package garim.engine.motion;

import garim.engine.frame.Box;
import java.util.List;

/**
 * What moves in one frame.
 *
 * @param frame 0-based frame index
 * @param isUnknown true when the whole scene changed, so that nobody can tell
 * @param regions bounds of what moves, in pixels, may reach outside the picture by one cell
 */
public record FrameMotion(int frame, boolean isUnknown, List<Box> regions) {
    public FrameMotion {
        regions = List.copyOf(regions);
    }
}
