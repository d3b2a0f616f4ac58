package garim.engine.frame;

/** Why a frame is masked whole. */
public enum WholeReason {
    /** A detector failed on it, so nobody knows what is in it. */
    DETECTOR_FAILED,
    /** The whole scene changed, so nobody can tell what moves in it. */
    SCENE_CHANGED,
    /** The plan does not reach it: it appeared only when the file was read again. */
    NOT_ANALYZED
}
