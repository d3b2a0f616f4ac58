package garim.cli.review;

import garim.engine.frame.Box;
import garim.engine.frame.Keyframe;
import garim.engine.frame.MaskPlan;
import garim.engine.frame.Origin;
import garim.engine.frame.Timeline;
import garim.engine.frame.Track;
import garim.engine.visibility.ReviewedTrack;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/**
 * Puts persons side by side that may be one and the same at different times: one begins where another ended a moment
 * before, wears the same colours, or has the same face where a reviewer asked for faces to be compared. It is a proposal for the eye; nothing is decided by it.
 */
public final class Lookalikes {
    /** How long somebody may be out of sight and still be taken up at the same place. */
    private static final double MOST_SECONDS = 3;

    /** How far from that place, in sides of the larger box. */
    private static final double MOST_SIDES = 1.5;

    private static final double MOST_GROWTH = 1.8;

    /** How much alike clothes must be at least. */
    private static final double LEAST_LIKE = 0.9;

    /** Of the pairs who are seen together, and so cannot be one, about one in this many may be as much alike. */
    private static final int ONE_IN = 50;

    /** How far two faces may be from each other at most to be put side by side; see docs/review.md for how it was chosen. */
    static final double MOST_DISTANCE = 0.28;

    /** More than place, time and clothes together can give. */
    private static final double BY_FACE = 3;

    private final Timeline timeline;
    private final Seen seen;
    private final double like;
    private final double near;

    /** What is known of tracks beside their places. */
    public interface Seen {
        /** The colours that a track wears. */
        Optional<Clothes> clothes(int track);

        /** How far the faces of two tracks are from each other. */
        Optional<Double> faceDistance(int one, int other);
    }

    private static final class Nothing implements Seen {
        @Override
        public Optional<Clothes> clothes(int track) {
            return Optional.empty();
        }

        @Override
        public Optional<Double> faceDistance(int one, int other) {
            return Optional.empty();
        }
    }

    private Lookalikes(Timeline timeline, Seen seen, List<Person> persons) {
        this.timeline = timeline;
        this.seen = seen;
        this.like = tellingLikeness(persons);
        this.near = tellingDistance(persons);
    }

    /** How near faces must be in this clip: nearer than those of people seen side by side. */
    private double tellingDistance(List<Person> persons) {
        List<Double> together = sideBySide(persons, (one, other) -> seen.faceDistance(one.id(), other.id()));
        together.sort(Comparator.naturalOrder());
        return together.isEmpty() ? MOST_DISTANCE : Math.min(MOST_DISTANCE, together.get(together.size() / ONE_IN));
    }

    /** How much alike clothes must be to tell something in this clip: more than those of people seen side by side. */
    private double tellingLikeness(List<Person> persons) {
        List<Double> together = sideBySide(persons, this::worn);
        together.sort(Comparator.reverseOrder());
        return together.isEmpty() ? LEAST_LIKE : Math.max(LEAST_LIKE, together.get(together.size() / ONE_IN));
    }

    /** A measure of all pairs of tracks of one kind that are there at the same time, and so are not one person. */
    private static List<Double> sideBySide(List<Person> persons, BiFunction<Track, Track, Optional<Double>> measure) {
        List<Track> tracks = persons.stream()
                .flatMap(person -> person.tracks().stream())
                .filter(reviewed -> !reviewed.suggested())
                .map(ReviewedTrack::track)
                .toList();
        List<Double> together = new ArrayList<>();
        for (Track one : tracks) {
            for (Track other : tracks) {
                if (one.id() < other.id() && one.kind() == other.kind() && !areApart(one, other)) {
                    measure.apply(one, other).ifPresent(together::add);
                }
            }
        }
        return together;
    }

    private Optional<Double> worn(Track one, Track other) {
        return seen.clothes(one.id()).flatMap(a -> seen.clothes(other.id()).map(a::likeness));
    }

    /** Groups persons by place and time only. */
    public static List<List<Person>> of(MaskPlan plan, List<Person> persons) {
        return new Lookalikes(plan.input().timeline(), new Nothing(), persons).grouped(persons);
    }

    /** Groups persons by place, time and the colours of their clothes, and by their faces where these were compared. */
    public static List<List<Person>> of(MaskPlan plan, List<Person> persons, Seen seen) {
        return new Lookalikes(plan.input().timeline(), seen, persons).grouped(persons);
    }

    private record Pair(Person one, Person other, double likeness) {}

    private List<List<Person>> grouped(List<Person> persons) {
        List<List<Person>> groups = new ArrayList<>();
        persons.forEach(person -> groups.add(List.of(person)));
        for (Pair pair : pairs(persons)) {
            List<Person> one = groupOf(groups, pair.one());
            List<Person> other = groupOf(groups, pair.other());
            boolean isApart = one.stream().allMatch(a -> other.stream().allMatch(b -> areApart(a, b)));
            if (!one.equals(other) && isApart) {
                groups.set(
                        groups.indexOf(one),
                        Stream.concat(one.stream(), other.stream())
                                .sorted(Comparator.comparingInt(Person::firstFrame))
                                .toList());
                groups.remove(other);
            }
        }
        groups.sort(Comparator.comparing(Lookalikes::isSuggestion)
                .thenComparingInt(group -> group.getFirst().firstFrame()));
        return groups;
    }

    /** True when every track of these persons stands on thin evidence: a single sighting, or none. */
    public static boolean isSuggestion(List<Person> group) {
        return group.stream().flatMap(person -> person.tracks().stream()).allMatch(ReviewedTrack::suggested);
    }

    private static List<Person> groupOf(List<List<Person>> groups, Person person) {
        return groups.stream()
                .filter(group -> group.contains(person))
                .findFirst()
                .orElseThrow();
    }

    private List<Pair> pairs(List<Person> persons) {
        List<Pair> pairs = new ArrayList<>();
        for (Person one : persons) {
            for (Person other : persons) {
                double likeness =
                        one.firstFrame() <= other.firstFrame() && areApart(one, other) ? likeness(one, other) : 0;
                if (likeness > 0) {
                    pairs.add(new Pair(one, other, likeness));
                }
            }
        }
        pairs.sort(Comparator.comparingDouble(Pair::likeness).reversed());
        return pairs;
    }

    /** Nobody is in two places at once. */
    private static boolean areApart(Person one, Person other) {
        return one.tracks().stream()
                .allMatch(a -> other.tracks().stream().allMatch(b -> areApart(a.track(), b.track())));
    }

    private static boolean areApart(Track one, Track other) {
        return lastSeen(one).frame() < firstSeen(other).frame()
                || lastSeen(other).frame() < firstSeen(one).frame();
    }

    private double likeness(Person one, Person other) {
        double best = 0;
        for (ReviewedTrack a : one.tracks()) {
            for (ReviewedTrack b : other.tracks()) {
                if (a.track().kind() == b.track().kind() && !a.suggested() && !b.suggested()) {
                    best = Math.max(best, likeness(a.track(), b.track()));
                }
            }
        }
        return best;
    }

    private double likeness(Track one, Track other) {
        Optional<Double> far = seen.faceDistance(one.id(), other.id()).filter(distance -> distance < near);
        if (far.isPresent()) {
            return BY_FACE - far.get();
        }
        Optional<Double> worn = worn(one, other);
        if (goesOn(lastSeen(one), firstSeen(other))) {
            return worn.filter(likeness -> likeness < LEAST_LIKE / 2).isPresent() ? 0 : 1 + worn.orElse(0.5);
        }
        return worn.filter(likeness -> likeness > like).orElse(0.0);
    }

    private boolean goesOn(Keyframe end, Keyframe begin) {
        Box from = end.box();
        Box to = begin.box();
        double side = Math.sqrt(Math.max(from.area(), to.area()));
        double growth = Math.sqrt(Math.max(from.area(), to.area()) / Math.max(1, Math.min(from.area(), to.area())));
        double far = Math.hypot(from.centerX() - to.centerX(), from.centerY() - to.centerY());
        double seconds = timeline.between(end.frame(), begin.frame());
        return seconds >= 0 && seconds <= MOST_SECONDS && far <= MOST_SIDES * side && growth <= MOST_GROWTH;
    }

    private static Keyframe firstSeen(Track track) {
        return track.keyframes().stream()
                .filter(keyframe -> keyframe.origin() != Origin.PADDED)
                .findFirst()
                .orElse(track.keyframes().getFirst());
    }

    private static Keyframe lastSeen(Track track) {
        return track.keyframes().reversed().stream()
                .filter(keyframe -> keyframe.origin() != Origin.PADDED)
                .findFirst()
                .orElse(track.keyframes().getLast());
    }
}
