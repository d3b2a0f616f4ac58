package garim.engine.visibility;

/** Why a track is masked. */
public enum HiddenReason {
    /** It was found, and nobody decided otherwise. */
    FOUND,
    /** A reviewer drew it. */
    DRAWN,
    /** A reviewer said so. */
    DECIDED,
    /** A reviewer keeps it, but was not shown it at this moment. */
    NOT_SHOWN
}
