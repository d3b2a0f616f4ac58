package garim.engine.visibility;

import garim.engine.frame.Box;
import garim.engine.frame.Edit;
import garim.engine.frame.EngineException;
import garim.engine.frame.ErrorCode;
import garim.engine.frame.Keyframe;
import garim.engine.frame.MaskPlan;
import garim.engine.frame.ReviewEntry;
import garim.engine.frame.Track;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Does again what the entries of a review say, one after the other, on the tracks as they were found. */
final class Replay {
    private final MaskPlan plan;
    private final SortedMap<Integer, ReviewedTrack> tracks = new TreeMap<>();
    private final Set<Integer> usedNumbers = new HashSet<>();

    Replay(MaskPlan plan) {
        this.plan = plan;
        plan.tracks().forEach(track -> put(ReviewedTrack.hidden(track, HiddenReason.FOUND, 0)));
    }

    /** The tracks as they stand now, by number. */
    List<ReviewedTrack> tracks() {
        return List.copyOf(tracks.values());
    }

    /**
     * Does one entry.
     *
     * @throws EngineException one of the codes REVIEW_ when it cannot be done
     */
    void apply(ReviewEntry entry) {
        switch (entry.edit()) {
            case Edit.Keep(var kept) -> kept.forEach(track -> put(kept(require(track), entry.number())));
            case Edit.Mask(var masked) ->
                masked.forEach(track -> put(
                        require(track).decided(List.of(), new Verdict.Hidden(HiddenReason.DECIDED, entry.number()))));
            case Edit.Split split -> split(require(split.track()), split);
            case Edit.Merge(var merged) ->
                merge(merged.stream().map(this::require).toList());
            case Edit.Extend(int track, int frame) -> extend(require(track), frame);
            case Edit.Draw(Track drawn) -> draw(drawn, entry.number());
            case Edit.Undo undo -> {}
            case Edit.Approve approve -> {}
            case Edit.MatchFaces match -> {}
        }
    }

    private void put(ReviewedTrack track) {
        tracks.put(track.track().id(), track);
        usedNumbers.add(track.track().id());
    }

    private ReviewedTrack require(int id) {
        ReviewedTrack track = tracks.get(id);
        if (track == null) {
            throw new EngineException(
                    ErrorCode.REVIEW_TRACK_UNKNOWN,
                    String.valueOf(id),
                    usedNumbers.contains(id) ? "it was merged into another" : "there are " + tracks.size() + " tracks");
        }
        return track;
    }

    private static ReviewedTrack kept(ReviewedTrack track, int entry) {
        List<KeptSpan> shown = Shown.spans(track.track(), entry);
        if (shown.isEmpty()) {
            throw new EngineException(
                    ErrorCode.REVIEW_NOT_SHOWN, String.valueOf(track.track().id()), "it was seen in no frame");
        }
        return track.decided(shown, new Verdict.Hidden(HiddenReason.NOT_SHOWN, entry));
    }

    private void split(ReviewedTrack whole, Edit.Split split) {
        Track track = whole.track();
        if (split.frame() <= track.firstFrame() || split.frame() > track.lastFrame()) {
            throw outside(track, split.frame(), "a cut must lie between its first and its last frame, ");
        }
        requireUnused(split.newTrack());
        put(whole.part(track.id(), Courses.before(track, split.frame())));
        put(whole.part(split.newTrack(), Courses.from(track, split.frame())));
    }

    private void merge(List<ReviewedTrack> parts) {
        Track first = parts.getFirst().track();
        for (ReviewedTrack part : parts) {
            boolean hasCorners = !part.track().keyframes().getFirst().corners().isEmpty();
            if (part.track().kind() != first.kind() || hasCorners) {
                throw new EngineException(
                        ErrorCode.REVIEW_TRACKS_DIFFER,
                        first.id() + ", " + part.track().id(),
                        hasCorners
                                ? "a polygon"
                                : first.kind() + " and " + part.track().kind());
            }
        }
        Track joined = new Track(
                first.id(),
                first.kind(),
                Courses.joined(parts.stream().map(ReviewedTrack::track).toList()));
        parts.forEach(part -> tracks.remove(part.track().id()));
        boolean isThin = parts.stream().allMatch(ReviewedTrack::suggested) && ReviewedTrack.isThin(joined);
        put(new ReviewedTrack(joined, keptByAll(parts, joined), strongest(parts), isThin));
    }

    /** Where every part that is there is visible. */
    private static List<KeptSpan> keptByAll(List<ReviewedTrack> parts, Track joined) {
        List<KeptSpan> spans = new ArrayList<>();
        for (int frame = joined.firstFrame(); frame <= joined.lastFrame(); frame++) {
            int now = frame;
            List<Verdict> verdicts = parts.stream()
                    .filter(part -> part.isPresent(now))
                    .map(part -> part.verdictAt(now))
                    .toList();
            int entry = verdicts.isEmpty()
                    ? 0
                    : verdicts.stream().mapToInt(Replay::keeping).min().orElse(0);
            if (entry > 0) {
                boolean goesOn = !spans.isEmpty()
                        && spans.getLast().lastFrame() == now - 1
                        && spans.getLast().entry() == entry;
                spans.add(
                        goesOn
                                ? new KeptSpan(spans.removeLast().firstFrame(), now, entry)
                                : new KeptSpan(now, now, entry));
            }
        }
        return spans;
    }

    /** The entry that makes it visible; 0 when it is hidden. */
    private static int keeping(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Visible(int entry) -> entry;
            case Verdict.Hidden hidden -> 0;
        };
    }

    private static Verdict.Hidden strongest(List<ReviewedTrack> parts) {
        return parts.stream()
                .map(ReviewedTrack::otherwise)
                .reduce((one, other) -> other.entry() > one.entry() ? other : one)
                .orElseThrow();
    }

    private void extend(ReviewedTrack brief, int frame) {
        Track track = brief.track();
        if (brief.isPresent(frame)) {
            throw outside(track, frame, "it is there already, ");
        }
        requireInClip(track.id(), frame);
        put(brief.on(Courses.upTo(track, frame)));
    }

    private void draw(Track drawn, int entry) {
        requireUnused(drawn.id());
        requireInClip(drawn.id(), drawn.lastFrame());
        for (Keyframe keyframe : drawn.keyframes()) {
            Box box = keyframe.box();
            if (box.clamp(plan.input().width(), plan.input().height()).isEmpty()) {
                throw new EngineException(
                        ErrorCode.REVIEW_BOX_OUTSIDE,
                        String.valueOf(drawn.id()),
                        plan.input().width() + "x" + plan.input().height() + " pixels are stored");
            }
        }
        put(ReviewedTrack.hidden(drawn, HiddenReason.DRAWN, entry));
    }

    private void requireUnused(int number) {
        if (usedNumbers.contains(number)) {
            throw new EngineException(
                    ErrorCode.REVIEW_TRACK_UNKNOWN, String.valueOf(number), "the number is used already");
        }
    }

    private void requireInClip(int track, int frame) {
        if (frame >= plan.input().frames()) {
            throw new EngineException(
                    ErrorCode.REVIEW_TIME_OUTSIDE,
                    String.valueOf(track),
                    "frame " + frame + " of " + plan.input().frames());
        }
    }

    private static EngineException outside(Track track, int frame, String rule) {
        return new EngineException(
                ErrorCode.REVIEW_TIME_OUTSIDE,
                String.valueOf(track.id()),
                rule + "frames " + track.firstFrame() + "-" + track.lastFrame() + ", not " + frame);
    }
}
