package garim.cli.settings;

/** Something is wrong with a file of settings: a stable code, the file, and a technical detail in English. */
public final class SettingsException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final SettingsErrorCode code;
    private final String subject;
    private final String detail;

    SettingsException(SettingsErrorCode code, String subject, String detail, Throwable cause) {
        super(code + " " + subject + ": " + detail, cause);
        this.code = code;
        this.subject = subject;
        this.detail = detail;
    }

    SettingsException(SettingsErrorCode code, String subject, String detail) {
        super(code + " " + subject + ": " + detail);
        this.code = code;
        this.subject = subject;
        this.detail = detail;
    }

    /** What went wrong. */
    public SettingsErrorCode code() {
        return code;
    }

    /** The file or name it is about. */
    public String subject() {
        return subject;
    }

    /** The technical reason, in English. */
    public String detail() {
        return detail;
    }
}
