package garim.engine.frame;

/** Where a keyframe of a track comes from. */
public enum Origin {
    /** A detector saw the target in this very frame. */
    DETECTED,
    /** Another detector saw it there in the masked output. */
    SECOND_EYES,
    /** Pixels were followed to this frame from one in which the target was seen. */
    FOLLOWED,
    /** Extrapolated before the first or after the last sighting, so that entry and exit are covered. */
    PADDED,
    /** A person drew or moved it. */
    MANUAL
}
