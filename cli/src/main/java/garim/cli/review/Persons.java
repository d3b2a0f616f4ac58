package garim.cli.review;

import garim.engine.frame.Box;
import garim.engine.frame.MaskPlan;
import garim.engine.frame.PlanInput;
import garim.engine.frame.TargetKind;
import garim.engine.frame.Track;
import garim.engine.visibility.ReviewedTrack;
import garim.engine.visibility.Visibility;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Groups tracks to persons by where they are while they are there together. Only what is one body beyond doubt is joined:
 * whoever keeps a person uncovers all its tracks. Two tracks of one kind at the same moment are never one person, unless
 * they are {@link Twins}: one face, or one head, that was found twice.
 */
public final class Persons {
    private static final List<TargetKind> BODY = List.of(TargetKind.FACE, TargetKind.HEAD, TargetKind.PERSON);

    /** Share of the common frames in which one must lie within the other as it does on a body. */
    private static final double MOST_FRAMES = 0.8;

    /** Share of the shorter life that both must be there together. */
    private static final double TOGETHER = 0.5;

    /** A second candidate that is nearly as good leaves doubt whose face it is. */
    private static final double DOUBT = 0.6;

    /** Share of the frames in which a head may hold the middle of somebody else's face before it is no one's. */
    private static final double SHARED = 0.2;

    /** Two boxes that overlap as much as this are one face that was found twice. */
    private static final double SAME_FACE = 0.2;

    private static final int FEW_SIGHTINGS = 3;
    private static final int SAMPLES = 200;

    private final PlanInput input;
    private final Map<Integer, ReviewedTrack> tracks = new TreeMap<>();
    private final Map<Integer, Integer> parents = new HashMap<>();
    private final Map<Integer, Integer> twins;

    private Persons(MaskPlan plan) {
        input = plan.input();
        Visibility.of(plan)
                .tracks()
                .forEach(reviewed -> tracks.put(reviewed.track().id(), reviewed));
        twins = Twins.of(List.copyOf(tracks.values()));
        parents.putAll(twins);
    }

    /** The persons of a plan as it stands after its review, in order of their first frames. */
    public static List<Person> of(MaskPlan plan) {
        Persons persons = new Persons(plan);
        persons.joinEach();
        return persons.grouped();
    }

    private record Fit(int child, int parent, double off) {}

    private void joinEach() {
        List<Fit> fits = new ArrayList<>();
        for (ReviewedTrack child : tracks.values()) {
            if (twins.containsKey(child.track().id())) {
                continue;
            }
            bestParent(child.track()).filter(fit -> !isShared(fit)).ifPresent(fits::add);
        }
        // a face that was seen once must not take the place of one that was seen all the time
        fits.sort(Comparator.comparing((Fit fit) -> sightings(fit.child()) < FEW_SIGHTINGS)
                .thenComparingDouble(Fit::off)
                .thenComparingInt(Fit::child));
        for (Fit fit : fits) {
            if (isFree(fit)) {
                parents.put(fit.child(), fit.parent());
            }
        }
    }

    /** The head of a face, else the body; the body of a head. */
    private Optional<Fit> bestParent(Track child) {
        int rank = BODY.indexOf(child.kind());
        if (rank < 0) {
            return Optional.empty();
        }
        return BODY.subList(rank + 1, BODY.size()).stream()
                .flatMap(kind -> bestOf(child, kind).stream())
                .findFirst();
    }

    private Optional<Fit> bestOf(Track child, TargetKind kind) {
        List<Fit> fits = tracks.values().stream()
                .map(ReviewedTrack::track)
                .filter(parent -> parent.kind() == kind && !twins.containsKey(parent.id()))
                .flatMap(parent -> fit(child, parent).stream())
                .sorted(Comparator.comparingDouble(Fit::off))
                .toList();
        boolean isClear =
                fits.size() < 2 || fits.get(0).off() < DOUBT * fits.get(1).off();
        return fits.isEmpty() || !isClear ? Optional.empty() : Optional.of(fits.getFirst());
    }

    private Optional<Fit> fit(Track child, Track parent) {
        int first = Math.max(child.firstFrame(), parent.firstFrame());
        int last = Math.min(child.lastFrame(), parent.lastFrame());
        int together = last - first + 1;
        if (together < TOGETHER * Math.min(length(child), length(parent))) {
            return Optional.empty();
        }
        int step = Math.max(1, together / SAMPLES);
        int looks = 0;
        int fitting = 0;
        double off = 0;
        for (int frame = first; frame <= last; frame += step) {
            Box inner = upright(child, frame);
            Box outer = upright(parent, frame);
            looks++;
            fitting += BodyPlan.fits(child.kind(), inner, parent.kind(), outer) ? 1 : 0;
            off += BodyPlan.off(inner, parent.kind(), outer);
        }
        return fitting >= MOST_FRAMES * looks
                ? Optional.of(new Fit(child.id(), parent.id(), off / looks))
                : Optional.empty();
    }

    private Box upright(Track track, int frame) {
        return input.rotation().toUpright(track.boxAt(frame).orElseThrow(), input.width(), input.height());
    }

    /** True for the box of a head that holds two faces: lifting it would uncover both. */
    private boolean isShared(Fit fit) {
        Track head = track(fit.parent());
        Track face = track(fit.child());
        return head.kind() == TargetKind.HEAD
                && tracks.values().stream()
                        .map(ReviewedTrack::track)
                        .filter(other -> other.kind() == face.kind() && other.id() != face.id())
                        .anyMatch(other -> isInside(other, head, face));
    }

    /** True when another face lies often within the head, and is not the same face seen twice. */
    private boolean isInside(Track other, Track head, Track face) {
        int inside = 0;
        for (int frame = head.firstFrame(); frame <= head.lastFrame(); frame++) {
            Optional<Box> own = face.boxAt(frame);
            Optional<Box> box = other.boxAt(frame);
            Box around = head.boxAt(frame).orElseThrow();
            boolean isElsewhere =
                    box.isPresent() && own.isPresent() && box.get().iou(own.get()) < SAME_FACE;
            inside += isElsewhere && holdsMiddle(around, box.get()) ? 1 : 0;
        }
        return inside > SHARED * (head.lastFrame() - head.firstFrame() + 1);
    }

    private static boolean holdsMiddle(Box outer, Box inner) {
        return inner.centerX() >= outer.x()
                && inner.centerX() <= outer.right()
                && inner.centerY() >= outer.y()
                && inner.centerY() <= outer.bottom();
    }

    private long sightings(int id) {
        return Person.sightings(reviewed(id));
    }

    private static int length(Track track) {
        return track.lastFrame() - track.firstFrame() + 1;
    }

    /** False when another track of the kind has this place in the person at the same time. */
    private boolean isFree(Fit fit) {
        Track child = track(fit.child());
        return parents.entrySet().stream()
                .filter(taken -> taken.getValue() == fit.parent())
                .map(taken -> track(taken.getKey()))
                .noneMatch(other -> other.kind() == child.kind()
                        && other.firstFrame() <= child.lastFrame()
                        && other.lastFrame() >= child.firstFrame());
    }

    private Track track(int id) {
        return reviewed(id).track();
    }

    private ReviewedTrack reviewed(int id) {
        ReviewedTrack reviewed = tracks.get(id);
        if (reviewed == null) {
            throw new IllegalStateException("no track " + id);
        }
        return reviewed;
    }

    private List<Person> grouped() {
        Map<Integer, List<ReviewedTrack>> groups = new TreeMap<>();
        tracks.forEach((id, reviewed) ->
                groups.computeIfAbsent(root(id), root -> new ArrayList<>()).add(reviewed));
        return groups.values().stream()
                .map(Person::of)
                .sorted(Comparator.comparingInt(Person::firstFrame)
                        .thenComparing(person -> person.numbers().getFirst()))
                .toList();
    }

    private int root(int id) {
        int root = id;
        for (Integer next = parents.get(root); next != null; next = parents.get(root)) {
            root = next;
        }
        return root;
    }
}
