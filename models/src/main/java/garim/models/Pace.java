package garim.models;

/** How much time there is for a look, which decides what glances in between two thorough looks. */
public enum Pace {
    /** Recordings wait: glances miss as little as may be. */
    RECORDED,
    /** Cameras do not: glances answer within a fraction of a second on a small machine. */
    LIVE
}
