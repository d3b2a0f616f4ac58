package garim.cli.evaluate;

import java.util.Set;

/**
 * A scored kind says which targets of the ground truth are to be covered, and which else a mask of this kind may touch
 * without being false.
 *
 * @param word lower-case word of ground truth files and of masks, for example {@code face}
 * @param places words of targets in whose place a mask of this kind is right, itself included: a head is where a person is
 */
public record ScoredKind(String word, Set<String> places) {
    public ScoredKind {
        places = Set.copyOf(places);
        if (word.isEmpty() || !places.contains(word)) {
            throw new IllegalArgumentException("a kind that may not be in its own place: '" + word + "' " + places);
        }
    }

    /** The kind for a word; people, heads and faces are in each other's place from the larger to the smaller. */
    public static ScoredKind of(String word) {
        return switch (word) {
            case "head" -> new ScoredKind(word, Set.of("head", "face", "person"));
            case "person" -> new ScoredKind(word, Set.of("person", "head", "face"));
            default -> new ScoredKind(word, Set.of(word));
        };
    }

    /** True when a clip says enough to call a mask of this kind false: wherever one could be right is annotated. */
    boolean isComplete(ClipTruth truth) {
        return truth.completeKinds().contains(word)
                || (word.equals("head") && truth.completeKinds().contains("person"));
    }

    /** True when a clip has something to say about this kind. */
    public boolean concerns(ClipTruth truth) {
        return isComplete(truth)
                || truth.frames().stream()
                        .anyMatch(frame -> !frame.ofKinds(Set.of(word)).isEmpty());
    }
}
