package garim.cli.export;

/** The stable codes of what can go wrong with exports; listed for users in {@code docs/error-codes.md}. */
public enum ExportErrorCode {
    /** A file is not an export, or is not as it was when it was packed. */
    EXPORT_INVALID,
    /** What was to be packed must not be given away, or does not belong together. */
    EXPORT_REFUSED,
    /** The date until which an export is meant to be used has passed. */
    EXPORT_EXPIRED,
    /** A password could be guessed, or cannot be typed everywhere. */
    PASSWORD_WEAK,
    /** A password is not the one under which the export was packed. */
    PASSWORD_WRONG
}
