package garim.live;

/** A live failure is told by a stable code and one sentence that says what, where and what to do; it names no password. */
public final class LiveException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final Code code;

    /** What kind of failure it is; the names are stable. */
    public enum Code {
        /** The configuration cannot be used as it is written. */
        BAD_CONFIG,
        /** A camera cannot be reached or understood. */
        CAMERA,
        /** A recording or a sealed segment cannot be read or written. */
        STORAGE,
        /** Keys are missing, wrong or destroyed. */
        KEY,
        /** A server of ours cannot listen. */
        LISTEN
    }

    public LiveException(Code code, String message) {
        super(message);
        this.code = code;
    }

    public LiveException(Code code, String message, Throwable cause) {
        super(message, cause);
        this.code = code;
    }

    public Code code() {
        return code;
    }
}
