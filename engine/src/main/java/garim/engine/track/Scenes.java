package garim.engine.track;

import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;

/** The scenes of a clip: runs of frames between hard cuts. No target goes on from one to the next. */
public final class Scenes {
    private final NavigableSet<Integer> starts;

    private Scenes(NavigableSet<Integer> starts) {
        this.starts = starts;
    }

    /** One scene from the first frame to the last. */
    public static Scenes single() {
        return new Scenes(new TreeSet<>());
    }

    /** Scenes from the frames with which another one begins. */
    public static Scenes startingAt(Set<Integer> firstFrames) {
        return new Scenes(new TreeSet<>(firstFrames));
    }

    /** True when no cut lies between two frames, given in order. */
    boolean isSame(int earlier, int later) {
        return starts.subSet(earlier, false, later, true).isEmpty();
    }

    /** The first frame of the scene of a frame. */
    int firstFrame(int frame) {
        Integer start = starts.floor(frame);
        return start == null ? 0 : start;
    }

    /** The last frame of the scene of a frame; of the last scene, the largest number there is. */
    int lastFrame(int frame) {
        Integer next = starts.higher(frame);
        return next == null ? Integer.MAX_VALUE : next - 1;
    }
}
