package garim.cli.evaluate;

import java.util.List;

/**
 * A set score holds the scores of clips or pictures that belong together, for one kind of target.
 *
 * @param name short name of the set
 * @param kind lower-case word of the kind that was scored
 * @param clips in the order in which they were scored
 */
public record SetScore(String name, String kind, List<ClipScore> clips) {
    public SetScore {
        clips = List.copyOf(clips);
    }

    /** The figures of the whole set. */
    public Score total() {
        return clips.stream().map(ClipScore::score).reduce(Score.NONE, Score::plus);
    }
}
