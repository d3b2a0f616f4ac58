package garim.engine.frame;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/**
 * A mask plan says what is masked in which frame of which file: the whole result of an analysis, and all that a render
 * needs besides the file. It is what a person reviews and edits.
 *
 * @param version format version, see {@link #VERSION}
 * @param program name and version of the program that wrote it
 * @param input the file it was made for
 * @param settings what it was made with
 * @param models the model files that took part
 * @param rules how each kind of target is covered; every kind of a track has one
 * @param wholeFrames runs of frames that are masked whole
 * @param tracks the targets as they were found, ids unique
 * @param review what people did to the plan since, in order, numbered from 1
 */
public record MaskPlan(
        int version,
        String program,
        PlanInput input,
        PlanSettings settings,
        List<ModelUse> models,
        Map<TargetKind, MaskRule> rules,
        List<WholeRange> wholeFrames,
        List<Track> tracks,
        List<ReviewEntry> review) {
    /** The format version that this program writes. */
    public static final int VERSION = 1;

    public MaskPlan {
        if (version != VERSION) {
            throw new IllegalArgumentException("version " + version + " is not known; this program reads " + VERSION);
        }
        Objects.requireNonNull(program);
        Objects.requireNonNull(input);
        Objects.requireNonNull(settings);
        models = List.copyOf(models);
        rules = Map.copyOf(rules);
        wholeFrames = List.copyOf(wholeFrames);
        tracks = List.copyOf(tracks);
        review = List.copyOf(review);
        requireConsistent(input, rules, tracks);
        requireInOrder(review);
        requireRules(rules, review);
    }

    /** A plan that nobody has reviewed. */
    public MaskPlan(
            int version,
            String program,
            PlanInput input,
            PlanSettings settings,
            List<ModelUse> models,
            Map<TargetKind, MaskRule> rules,
            List<WholeRange> wholeFrames,
            List<Track> tracks) {
        this(version, program, input, settings, models, rules, wholeFrames, tracks, List.of());
    }

    /** This plan with other rules. */
    public MaskPlan withRules(Map<TargetKind, MaskRule> other) {
        Map<TargetKind, MaskRule> merged = new TreeMap<>(rules);
        merged.putAll(other);
        return new MaskPlan(version, program, input, settings, models, merged, wholeFrames, tracks, review);
    }

    /** This plan with another review. */
    public MaskPlan withReview(List<ReviewEntry> other) {
        return new MaskPlan(version, program, input, settings, models, rules, wholeFrames, tracks, other);
    }

    private static void requireRules(Map<TargetKind, MaskRule> rules, List<ReviewEntry> review) {
        for (ReviewEntry entry : review) {
            if (entry.edit() instanceof Edit.Draw(Track drawn) && !rules.containsKey(drawn.kind())) {
                throw new IllegalArgumentException("no rule for kind " + drawn.kind() + " of entry " + entry.number());
            }
        }
    }

    private static void requireInOrder(List<ReviewEntry> review) {
        for (int i = 0; i < review.size(); i++) {
            if (review.get(i).number() != i + 1) {
                throw new IllegalArgumentException(
                        "entry " + review.get(i).number() + " stands where " + (i + 1) + " is due");
            }
        }
    }

    /**
     * This plan with what was found besides.
     *
     * @param models all model files that took part
     * @param rules how each kind of target is covered
     * @param tracks all tracks
     */
    public MaskPlan withFindings(List<ModelUse> models, Map<TargetKind, MaskRule> rules, List<Track> tracks) {
        return new MaskPlan(version, program, input, settings, models, rules, wholeFrames, tracks, review);
    }

    private static void requireConsistent(PlanInput input, Map<TargetKind, MaskRule> rules, List<Track> tracks) {
        Set<Integer> ids = new HashSet<>();
        for (Track track : tracks) {
            if (!ids.add(track.id())) {
                throw new IllegalArgumentException("track id " + track.id() + " occurs twice");
            }
            if (!rules.containsKey(track.kind())) {
                throw new IllegalArgumentException("no rule for kind " + track.kind());
            }
            if (track.lastFrame() >= input.frames()) {
                throw new IllegalArgumentException(
                        "track " + track.id() + " ends after the last frame " + (input.frames() - 1));
            }
        }
    }
}
