package garim.live.camera;

import garim.engine.pipeline.LiveVerdict;

/** How a camera is; the names are stable. */
public enum CameraState {
    /** It is being reached for the first time. */
    CONNECTING,
    /** It runs; what is to be masked is masked, the rest is shown. */
    TARGETS,
    /** It runs, and everything is masked because it is not known what it shows. */
    WHOLE,
    /** It cannot be reached; it is tried again. */
    GONE,
    /** It was ended. */
    STOPPED;

    /** How a camera is whose latest frame came out so. */
    static CameraState of(LiveVerdict verdict) {
        return verdict instanceof LiveVerdict.Whole ? WHOLE : TARGETS;
    }
}
