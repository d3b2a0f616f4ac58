package garim.cli.evaluate;

/** An evaluation exception says which line of which ground truth file cannot be used, and why. */
public final class EvaluationException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String file;
    private final int line;
    private final String reason;

    /**
     * Creates an exception.
     *
     * @param file the file as the user named it
     * @param line 1-based line number; 0 when the file as a whole is meant
     * @param reason one clear sentence without the final full stop
     */
    public EvaluationException(String file, int line, String reason) {
        super(line > 0 ? file + " line " + line + ": " + reason : file + ": " + reason);
        this.file = file;
        this.line = line;
        this.reason = reason;
    }

    /** As the other constructor, with the failure that led to this one. */
    public EvaluationException(String file, int line, String reason, Throwable cause) {
        this(file, line, reason);
        initCause(cause);
    }

    /** The file it is about. */
    public String file() {
        return file;
    }

    /** The 1-based line; 0 when the whole file is meant. */
    public int line() {
        return line;
    }

    /** Why it cannot be used. */
    public String reason() {
        return reason;
    }
}
