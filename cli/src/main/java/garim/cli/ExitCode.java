package garim.cli;

/** The exit codes of the program; documented in {@code docs/error-codes.md}. */
final class ExitCode {
    /** Everything that was asked for was done. */
    static final int OK = 0;

    /** At least one input failed; the others were done. */
    static final int FAILED = 1;

    /** The options make no sense; nothing was done. */
    static final int USAGE = 2;

    /** The last day of use of an export has passed; nothing was unpacked. */
    static final int EXPIRED = 4;

    /** A defect of the program itself. */
    static final int DEFECT = 70;

    /** Stopped by Ctrl-C; outputs that were not whole are gone. */
    static final int CANCELLED = 130;

    private ExitCode() {}
}
