package garim.cli;

import garim.engine.pipeline.Verification;

/** The exit codes of the program; documented in {@code docs/error-codes.md}. */
final class ExitCode {
    /** Everything that was asked for was done. */
    static final int OK = 0;

    /** At least one input failed; the others were done. */
    static final int FAILED = 1;

    /** The options make no sense; nothing was done. */
    static final int USAGE = 2;

    /** Everything was done, and a person must look at it before it is given away. */
    static final int REVIEW_NEEDED = 3;

    /** The last day of use of an export has passed; nothing was unpacked. */
    static final int EXPIRED = 4;

    /** A defect of the program itself. */
    static final int DEFECT = 70;

    /** Stopped by Ctrl-C; outputs that were not whole are gone. */
    static final int CANCELLED = 130;

    private ExitCode() {}

    /** What {@code verify} ends with when something does not hold. */
    static int of(Verification.Kind kind) {
        return switch (kind) {
            case CERTIFICATE_CHANGED -> 10;
            case KEY_UNKNOWN -> 11;
            case OTHER_FILE -> 12;
            case FILE_CHANGED -> 13;
            case PLAN_CHANGED -> 14;
            case OTHER_INPUT -> 15;
            case FRAMES_DIFFER -> 16;
            case MASK_READABLE -> 17;
        };
    }
}
