package garim.engine.track;

import java.util.Map;

/** The paths of the detections of a clip, as {@link Following} found them. */
public final class FollowedPaths {
    /** Nothing was followed. */
    public static final FollowedPaths NONE = new FollowedPaths(Map.of());

    private final Map<PathKey, FollowedPath> paths;

    FollowedPaths(Map<PathKey, FollowedPath> paths) {
        this.paths = Map.copyOf(paths);
    }

    FollowedPath of(int frame, int index) {
        return paths.getOrDefault(new PathKey(frame, index), FollowedPath.NONE);
    }
}
