package garim.engine.frame;

/** The stable codes of everything that can go wrong in the engine; listed for users in {@code docs/error-codes.md}. */
public enum ErrorCode {
    /** The input file is not there or cannot be read by this user. */
    INPUT_MISSING,
    /** The input holds no video that can be decoded: empty, text, encrypted, cut before its index, unknown codec. */
    INPUT_NOT_VIDEO,
    /** The video is too small or too large to be encoded. */
    INPUT_SIZE,
    /** Decoding ended because the input stopped making sense and no frame could be read any more. */
    INPUT_DAMAGED,
    /** The output exists and overwriting it was not asked for, or the output is the input itself. */
    OUTPUT_EXISTS,
    /** The output could not be written: no folder, no permission, no space, or the encoder refused. */
    OUTPUT_FAILED,
    /** A mask plan is not valid JSON, not of a known version, or breaks the schema. */
    PLAN_INVALID,
    /** A mask plan was made for another input. */
    PLAN_MISMATCH,
    /** The output does not hold what it should: a mask or a frame is missing in it. */
    PROOF_FAILED,
    /** A file is not a certificate, or one of a version that this program does not know. */
    CERTIFICATE_INVALID,
    /** The signing key is missing in part, damaged, or cannot be written. */
    KEY_INVALID,
    /** Others than its owner can read the signing key. */
    KEY_EXPOSED,
    /** An edit is written in a way that cannot be understood. */
    REVIEW_EDIT_INVALID,
    /** An edit names a track that the plan does not have, or has no more. */
    REVIEW_TRACK_UNKNOWN,
    /** An edit lies outside the clip or the track. */
    REVIEW_TIME_OUTSIDE,
    /** A box that was drawn lies outside the picture. */
    REVIEW_BOX_OUTSIDE,
    /** Tracks that are of different kinds, or polygons, cannot become one. */
    REVIEW_TRACKS_DIFFER,
    /** A track that was seen in no frame cannot be kept. */
    REVIEW_NOT_SHOWN,
    /** There is no such entry to undo, or it is undone already. */
    REVIEW_ENTRY_UNKNOWN,
    /** An entry cannot be undone because later ones stand on it. */
    REVIEW_ENTRY_NEEDED,
    /** Who edited cannot approve. */
    REVIEW_APPROVER,
    /** Somebody is kept visible, and no second person has approved that. */
    REVIEW_NOT_APPROVED,
    /** A plan that people have edited would be replaced by one without their edits. */
    REVIEW_WOULD_BE_LOST,
    /** A zone is written in a way that cannot be understood. */
    ZONE_INVALID,
    /** A zone lies wholly outside the picture, or begins after the end of the clip. */
    ZONE_OUTSIDE,
    /** A model file is missing, changed, or not of the expected shape. */
    MODEL_INVALID,
    /** A device that was asked for cannot run networks on this machine. */
    DEVICE_UNAVAILABLE,
    /** A reference picture of a trademark cannot be read, is too small, or shows too little to be found again. */
    REFERENCE_INVALID,
    /** A detector failed on a frame; the frame is masked whole. */
    DETECTOR_FAILED,
    /** A sidecar of sealed masks is none, was changed or cut, or belongs to another video. */
    SEAL_INVALID,
    /** The keys are not those of both holders of a sidecar, or are no keys. */
    SEAL_KEY_WRONG,
    /** A sidecar holds nothing of a track. */
    SEAL_TRACK_UNKNOWN,
    /** The work was cancelled by its owner. */
    CANCELLED
}
