package garim.cli.review;

import garim.engine.frame.Box;
import garim.engine.frame.Keyframe;
import garim.engine.frame.Origin;
import garim.engine.frame.TargetKind;
import garim.engine.frame.Track;
import garim.engine.visibility.ReviewedTrack;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Twins are two tracks of one face, or of one head, that lie over each other for as long as both are seen. Both mask it; a
 * reviewer decides about them once.
 */
final class Twins {
    /** Whole people are not among them: whoever walks behind somebody lies over him as much. */
    private static final Set<TargetKind> KINDS = EnumSet.of(TargetKind.FACE, TargetKind.HEAD);

    private static final double LEAST_OVERLAP = 0.5;
    private static final double MOST_FRAMES = 0.8;

    private Twins() {}

    /** The numbers of tracks that repeat another one, each with the number of that one, which repeats none itself. */
    static Map<Integer, Integer> of(List<ReviewedTrack> tracks) {
        List<ReviewedTrack> surest = tracks.stream()
                .filter(reviewed -> KINDS.contains(reviewed.track().kind()))
                .sorted(Comparator.<ReviewedTrack>comparingLong(Person::sightings)
                        .reversed()
                        .thenComparingInt(reviewed -> reviewed.track().id()))
                .toList();
        List<Track> firsts = new ArrayList<>();
        Map<Integer, Integer> twins = new HashMap<>();
        for (ReviewedTrack reviewed : surest) {
            Track track = reviewed.track();
            Optional<Track> first =
                    firsts.stream().filter(other -> repeats(track, other)).findFirst();
            first.ifPresentOrElse(other -> twins.put(track.id(), other.id()), () -> firsts.add(track));
        }
        return Map.copyOf(twins);
    }

    /**
     * True when a track lies over another one in nearly all frames in which it was seen itself: what goes on alone may go on
     * as somebody else.
     */
    private static boolean repeats(Track track, Track other) {
        if (track.kind() != other.kind()) {
            return false;
        }
        int looks = 0;
        int over = 0;
        for (int frame = firstSeen(track); frame <= lastSeen(track); frame++) {
            Box box = track.boxAt(frame).orElseThrow();
            looks++;
            over += other.boxAt(frame)
                            .filter(there -> there.iou(box) >= LEAST_OVERLAP)
                            .isPresent()
                    ? 1
                    : 0;
        }
        return over >= MOST_FRAMES * looks;
    }

    private static int firstSeen(Track track) {
        return track.keyframes().stream()
                .filter(Twins::isSeen)
                .mapToInt(Keyframe::frame)
                .findFirst()
                .orElse(track.firstFrame());
    }

    private static int lastSeen(Track track) {
        return track.keyframes().reversed().stream()
                .filter(Twins::isSeen)
                .mapToInt(Keyframe::frame)
                .findFirst()
                .orElse(track.lastFrame());
    }

    private static boolean isSeen(Keyframe keyframe) {
        return keyframe.origin() != Origin.PADDED;
    }
}
