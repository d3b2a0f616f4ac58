package garim.engine.visibility;

import garim.engine.frame.Edit;
import garim.engine.frame.EngineException;
import garim.engine.frame.ErrorCode;
import garim.engine.frame.MaskPlan;
import garim.engine.frame.ReviewEntry;
import java.text.Normalizer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The review of a plan: which of its entries count, who approved, and what may be added. */
public final class Review {
    private final MaskPlan plan;
    private final List<ReviewEntry> entries;

    /** The review of a plan. */
    public Review(MaskPlan plan) {
        this.plan = plan;
        this.entries = plan.review();
    }

    /** True when an entry counts: nothing undoes it, or what undid it is undone. */
    public boolean counts(ReviewEntry entry) {
        return entries.stream()
                .filter(later -> later.number() > entry.number() && later.edit().equals(new Edit.Undo(entry.number())))
                .noneMatch(this::counts);
    }

    /** The number that the next track made by a split or drawn by hand has. */
    public int nextTrack() {
        IntStream found = plan.tracks().stream().mapToInt(track -> track.id());
        IntStream made = entries.stream().mapToInt(Review::newTrack);
        return IntStream.concat(found, made).max().orElse(0) + 1;
    }

    /** The approval that holds: a second person agreed, and nobody edited since. */
    public Optional<ReviewEntry> approval() {
        Optional<ReviewEntry> last = Optional.empty();
        for (ReviewEntry entry : entries) {
            boolean approves = entry.edit() instanceof Edit.Approve;
            boolean leavesAllAsItIs = entry.edit() instanceof Edit.MatchFaces;
            if (!leavesAllAsItIs && (!approves || counts(entry))) {
                last = approves ? Optional.of(entry) : Optional.empty();
            }
        }
        return last;
    }

    /**
     * The plan with one more entry.
     *
     * @param by name of the person
     * @param at when; parts of a millisecond are dropped
     * @param reason code of the reason, see {@link ReviewEntry#needsReason}
     * @param note what else there is to say; may be empty
     * @throws EngineException one of the codes REVIEW_ when the edit is refused; the message says why
     */
    public MaskPlan append(String by, Instant at, String reason, String note, Edit edit) {
        Instant moment = Instant.ofEpochMilli(at.toEpochMilli());
        ReviewEntry entry = new ReviewEntry(entries.size() + 1, by, moment, reason, note, edit);
        MaskPlan longer = plan.withReview(
                Stream.concat(entries.stream(), Stream.of(entry)).toList());
        replay(longer);
        return longer;
    }

    /** The tracks as they stand after all entries that count. */
    static List<ReviewedTrack> replay(MaskPlan plan) {
        Review review = new Review(plan);
        Replay replay = new Replay(plan);
        for (ReviewEntry entry : review.entries) {
            review.requireAllowed(entry);
            if (review.counts(entry)) {
                review.apply(replay, entry);
            }
        }
        return replay.tracks();
    }

    /** Undoing an entry must leave those that come after it something to stand on. */
    private void apply(Replay replay, ReviewEntry entry) {
        try {
            replay.apply(entry);
        } catch (EngineException e) {
            ReviewEntry latest = entries.getLast();
            if (latest.edit() instanceof Edit.Undo(int undone) && latest.number() > entry.number()) {
                throw new EngineException(
                        ErrorCode.REVIEW_ENTRY_NEEDED, String.valueOf(undone), "entry " + entry.number(), e);
            }
            throw e;
        }
    }

    private void requireAllowed(ReviewEntry entry) {
        List<ReviewEntry> earlier = entries.subList(0, entry.number() - 1);
        if (entry.edit() instanceof Edit.Undo(int undone)) {
            requireUndoable(earlier, undone);
        }
        if (entry.edit() instanceof Edit.Approve && editors(earlier).contains(folded(entry.by()))) {
            throw new EngineException(ErrorCode.REVIEW_APPROVER, entry.by(), "entry " + entry.number());
        }
    }

    private void requireUndoable(List<ReviewEntry> earlier, int undone) {
        if (undone > earlier.size()) {
            throw new EngineException(
                    ErrorCode.REVIEW_ENTRY_UNKNOWN, String.valueOf(undone), "there are " + earlier.size() + " entries");
        }
        if (earlier.get(undone - 1).edit() instanceof Edit.MatchFaces) {
            throw new EngineException(
                    ErrorCode.REVIEW_ENTRY_UNKNOWN, String.valueOf(undone), "that faces were compared stays so");
        }
        if (!new Review(plan.withReview(earlier)).counts(earlier.get(undone - 1))) {
            throw new EngineException(ErrorCode.REVIEW_ENTRY_UNKNOWN, String.valueOf(undone), "it is undone already");
        }
    }

    /** Everybody who changed anything, even what was undone later; withdrawing an approval changes nothing. */
    private static List<String> editors(List<ReviewEntry> entries) {
        List<String> editors = new ArrayList<>();
        for (ReviewEntry entry : entries) {
            boolean withdraws = entry.edit() instanceof Edit.Undo(int undone)
                    && entries.get(undone - 1).edit() instanceof Edit.Approve;
            if (!withdraws && entry.isOfThePlan()) {
                editors.add(folded(entry.by()));
            }
        }
        return editors;
    }

    /** A name without what is typed differently from day to day. */
    private static String folded(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKC)
                .strip()
                .replaceAll("\\s+", " ")
                .toLowerCase(Locale.ROOT);
    }

    private static int newTrack(ReviewEntry entry) {
        return switch (entry.edit()) {
            case Edit.Split split -> split.newTrack();
            case Edit.Draw(var drawn) -> drawn.id();
            default -> 0;
        };
    }
}
