package garim.engine.track;

import garim.engine.frame.Keyframe;

/**
 * A detection of a target and where its pixels were followed to.
 *
 * @param keyframe where and when it was detected
 * @param path where its pixels came from and went to
 */
record Sighting(Keyframe keyframe, FollowedPath path) {
    int frame() {
        return keyframe.frame();
    }
}
