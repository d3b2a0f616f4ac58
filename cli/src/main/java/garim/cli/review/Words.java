package garim.cli.review;

/** The words of the reader's language. */
public interface Words {
    /** The sentence of a key with its places filled. */
    String text(String key, Object... values);
}
