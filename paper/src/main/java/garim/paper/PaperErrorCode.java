package garim.paper;

/** The stable codes of everything that can go wrong with documents. */
public enum PaperErrorCode {
    /** A font is not on the class path, or is not one. */
    FONT_MISSING,
    /** A document could not be printed. */
    PRINT_FAILED
}
