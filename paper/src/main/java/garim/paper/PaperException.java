package garim.paper;

/** The one exception of documents: a stable code, the thing it is about, and a technical detail in English. */
public final class PaperException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final PaperErrorCode code;
    private final String subject;
    private final String detail;

    /**
     * Creates an exception.
     *
     * @param code what went wrong
     * @param subject the font or the title of the document it is about
     * @param detail one short technical reason, without a final full stop
     */
    public PaperException(PaperErrorCode code, String subject, String detail) {
        super(code + " " + subject + ": " + detail);
        this.code = code;
        this.subject = subject;
        this.detail = detail;
    }

    /** As the other constructor, with the failure that led to this one. */
    public PaperException(PaperErrorCode code, String subject, String detail, Throwable cause) {
        this(code, subject, detail);
        initCause(cause);
    }

    /** What went wrong. */
    public PaperErrorCode code() {
        return code;
    }

    /** The font or the title of the document it is about. */
    public String subject() {
        return subject;
    }

    /** One short technical reason. */
    public String detail() {
        return detail;
    }
}
