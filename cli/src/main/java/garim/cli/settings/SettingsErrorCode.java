package garim.cli.settings;

/** The stable codes of what can be wrong with settings; listed for users in {@code docs/error-codes.md}. */
public enum SettingsErrorCode {
    /** There is no profile of this name, and no such file. */
    PROFILE_MISSING,
    /** A file is not a profile. */
    PROFILE_INVALID,
    /** A reason is not in the list of reasons. */
    REASON_UNKNOWN
}
