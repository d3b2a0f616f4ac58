package garim.bench;

/** A bench exception says in one sentence why there are no figures. */
final class BenchException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BenchException(String sentence) {
        super(sentence);
    }

    BenchException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
