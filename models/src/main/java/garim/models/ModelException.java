package garim.models;

/** The one exception of the models: a stable code, the package or file it is about, and what to do, in one sentence. */
public final class ModelException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ModelErrorCode code;
    private final String subject;

    /**
     * Creates an exception.
     *
     * @param code what went wrong
     * @param subject the package, model or file it is about
     * @param sentence the message for a person: what happened and what to do
     */
    public ModelException(ModelErrorCode code, String subject, String sentence) {
        super(sentence);
        this.code = code;
        this.subject = subject;
    }

    /** As the other constructor, with the failure that led to this one. */
    public ModelException(ModelErrorCode code, String subject, String sentence, Throwable cause) {
        this(code, subject, sentence);
        initCause(cause);
    }

    /** What went wrong. */
    public ModelErrorCode code() {
        return code;
    }

    /** The package, model or file it is about. */
    public String subject() {
        return subject;
    }
}
