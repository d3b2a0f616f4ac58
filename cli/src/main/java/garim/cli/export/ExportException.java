package garim.cli.export;

/** Something is wrong with an export: a stable code, the file, and a technical detail in English; never a password. */
public final class ExportException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ExportErrorCode code;
    private final String subject;
    private final String detail;

    /**
     * Creates an exception.
     *
     * @param code what went wrong
     * @param subject the file it is about
     * @param detail one short technical reason, without a final full stop
     */
    public ExportException(ExportErrorCode code, String subject, String detail) {
        super(code + " " + subject + ": " + detail);
        this.code = code;
        this.subject = subject;
        this.detail = detail;
    }

    /** As the other constructor, with the failure that led to this one. */
    public ExportException(ExportErrorCode code, String subject, String detail, Throwable cause) {
        this(code, subject, detail);
        initCause(cause);
    }

    /** What went wrong. */
    public ExportErrorCode code() {
        return code;
    }

    /** The file it is about. */
    public String subject() {
        return subject;
    }

    /** The technical reason, in English. */
    public String detail() {
        return detail;
    }
}
