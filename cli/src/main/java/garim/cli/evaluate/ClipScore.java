package garim.cli.evaluate;

import java.util.Objects;

/**
 * A clip score is the score of one clip or picture.
 *
 * @param name file name of the clip or picture
 * @param score its figures
 */
public record ClipScore(String name, Score score) {
    public ClipScore {
        Objects.requireNonNull(name);
        Objects.requireNonNull(score);
    }
}
