package garim.cli.review;

import garim.engine.frame.Keyframe;
import garim.engine.frame.Origin;
import garim.engine.visibility.ReviewedTrack;
import java.util.Comparator;
import java.util.List;

/**
 * A person, for a reviewer, is one or more tracks that are one body at the same time: a face within a head within a whole
 * person. Something that is no person, like a number plate, stands alone in one too.
 *
 * @param id {@code p} and the lowest number of its tracks
 * @param tracks at least one, by number
 */
public record Person(String id, List<ReviewedTrack> tracks) {
    public Person {
        tracks = List.copyOf(tracks);
    }

    static Person of(List<ReviewedTrack> tracks) {
        List<ReviewedTrack> sorted = tracks.stream()
                .sorted(Comparator.comparingInt(reviewed -> reviewed.track().id()))
                .toList();
        return new Person("p" + sorted.getFirst().track().id(), sorted);
    }

    /** The numbers of its tracks. */
    public List<Integer> numbers() {
        return tracks.stream().map(reviewed -> reviewed.track().id()).toList();
    }

    /** The first frame in which one of its tracks is there. */
    public int firstFrame() {
        return tracks.stream()
                .mapToInt(reviewed -> reviewed.track().firstFrame())
                .min()
                .orElseThrow();
    }

    /** The last frame in which one of its tracks is there. */
    public int lastFrame() {
        return tracks.stream()
                .mapToInt(reviewed -> reviewed.track().lastFrame())
                .max()
                .orElseThrow();
    }

    /** How often detectors saw it. */
    public long sightings() {
        return tracks.stream().mapToLong(Person::sightings).sum();
    }

    /** How often detectors saw a track. */
    public static long sightings(ReviewedTrack reviewed) {
        return reviewed.track().keyframes().stream()
                .filter(keyframe -> keyframe.origin() == Origin.DETECTED)
                .count();
    }

    /** The best score of a track, 0 where no detector saw it. */
    public static double bestScore(ReviewedTrack reviewed) {
        return reviewed.track().keyframes().stream()
                .mapToDouble(Keyframe::score)
                .max()
                .orElse(0);
    }
}
