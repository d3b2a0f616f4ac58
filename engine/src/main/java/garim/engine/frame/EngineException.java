package garim.engine.frame;

/** The engine's one exception: a stable code, the thing it is about, and a technical detail in English. */
public final class EngineException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ErrorCode code;
    private final String subject;
    private final String detail;

    /**
     * Creates an exception.
     *
     * @param code what went wrong
     * @param subject the file, model or frame it is about, as the user named it
     * @param detail one short technical reason, without a final full stop; may be empty
     */
    public EngineException(ErrorCode code, String subject, String detail) {
        super(code + " " + subject + ": " + detail);
        this.code = code;
        this.subject = subject;
        this.detail = detail;
    }

    /** As the other constructor, with the failure that led to this one. */
    public EngineException(ErrorCode code, String subject, String detail, Throwable cause) {
        this(code, subject, detail);
        initCause(cause);
    }

    /** What went wrong. */
    public ErrorCode code() {
        return code;
    }

    /** The file, model or frame it is about. */
    public String subject() {
        return subject;
    }

    /** The technical reason, in English. */
    public String detail() {
        return detail;
    }
}
