package garim.cli.evaluate;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The grade a person gave to a ground truth box. */
public enum Difficulty {
    /** Large and plain to see. */
    EASY,
    /** Smaller, or seen from the side. */
    MEDIUM,
    /** Tiny, dark, blurred or half hidden. */
    HARD,
    /** Nobody graded it. */
    UNGRADED,
    /** Not to be scored: neither a miss when it is open nor a false alarm when it is masked. */
    IGNORE;

    /** The word used in files; empty for {@link #UNGRADED}. */
    public String word() {
        return this == UNGRADED ? "" : name().toLowerCase(Locale.ROOT);
    }

    /** The grade for a word of a file; empty when there is no such grade. */
    public static Optional<Difficulty> find(String word) {
        return Arrays.stream(values()).filter(d -> d.word().equals(word)).findFirst();
    }
}
