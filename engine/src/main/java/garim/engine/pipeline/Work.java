package garim.engine.pipeline;

/** The parts of the work on a file, in the order of a run. */
public enum Work {
    /** The checksum of the input, before each pass. */
    HASH,
    /** Reading and decoding for the analysis. */
    READ,
    /** Telling what moves, what changed, and where a scene is cut. */
    MOTION,
    /** Making the pictures that detectors look at. */
    PICTURE,
    /** Looking. */
    DETECT,
    /** Following the pixels of what was seen. */
    FOLLOW,
    /** Joining what was seen to tracks. */
    TRACK,
    /** Reading and decoding for the output. */
    READ_AGAIN,
    /** Covering. */
    MASK,
    /** Encoding and writing. */
    WRITE,
    /** Reading input and output again and comparing them. */
    PROVE,
    /** Another detector looking at the output. */
    SECOND_EYES
}
