package garim.engine.pipeline;

import garim.engine.frame.Keyframe;
import garim.engine.frame.MaskPlan;
import garim.engine.frame.MaskRule;
import garim.engine.frame.ModelUse;
import garim.engine.frame.Origin;
import garim.engine.frame.TargetKind;
import garim.engine.frame.Track;
import garim.engine.proof.Claim;
import garim.engine.proof.ProofTarget;
import garim.engine.proof.Sighting;
import garim.engine.visibility.Review;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Adds to a plan what second eyes find in the output: they look through all of it as if it were an input of its own, and
 * whoever they see outside the masks becomes a track whose keyframes say that second eyes saw it.
 */
final class StricterPlan {
    private static final int EVERY = 2;

    private final Deidentifier deidentifier;
    private final ProofSettings settings;

    StricterPlan(Deidentifier deidentifier, ProofSettings settings) {
        this.deidentifier = deidentifier;
        this.settings = settings;
    }

    /** The plan with more tracks; empty when nothing could be added. */
    Optional<MaskPlan> of(MaskPlan plan, Path output, List<Sighting> sightings, Progress progress) {
        Set<TargetKind> kinds = EnumSet.noneOf(TargetKind.class);
        sightings.forEach(sighting -> kinds.add(sighting.kind()));
        AnalysisSettings analysis =
                AnalysisSettings.standard(kinds).withEvery(EVERY).withThreads(settings.threads());
        MaskPlan second = deidentifier.analyze(output, settings.eyes(), analysis, progress);
        List<Claim> claims = Claims.of(plan).tracks();
        int nextId = new Review(plan).nextTrack();
        List<Track> added = new ArrayList<>();
        for (Track track : second.tracks()) {
            if (isSeenOutside(track, claims) && track.lastFrame() < plan.input().frames()) {
                added.add(new Track(nextId++, track.kind(), bySecondEyes(track)));
            }
        }
        return added.isEmpty() ? Optional.empty() : Optional.of(with(plan, added));
    }

    private static boolean isSeenOutside(Track track, List<Claim> claims) {
        return track.keyframes().stream()
                .filter(keyframe -> keyframe.origin() == Origin.DETECTED)
                .anyMatch(keyframe -> !isKnown(keyframe, claims));
    }

    private static boolean isKnown(Keyframe seen, List<Claim> claims) {
        List<ProofTarget> masked = claims.stream()
                .flatMap(claim -> claim.targetAt(seen.frame()).stream())
                .toList();
        List<ProofTarget> kept = claims.stream()
                .filter(claim -> claim.isKept(seen.frame()))
                .flatMap(claim -> claim.track().boxAt(seen.frame()).stream()
                        .map(box -> new ProofTarget(
                                claim.track().id(), claim.track().kind(), box, Optional.empty(), 0)))
                .toList();
        return SecondEyes.isCovered(
                seen.box(), Stream.concat(masked.stream(), kept.stream()).toList());
    }

    private static List<Keyframe> bySecondEyes(Track track) {
        return track.keyframes().stream()
                .map(keyframe -> new Keyframe(
                        keyframe.frame(),
                        keyframe.box(),
                        keyframe.origin() == Origin.DETECTED ? Origin.SECOND_EYES : keyframe.origin(),
                        keyframe.score()))
                .toList();
    }

    private MaskPlan with(MaskPlan plan, List<Track> added) {
        Map<TargetKind, MaskRule> rules = new EnumMap<>(TargetKind.class);
        added.forEach(track -> rules.putIfAbsent(track.kind(), AnalysisSettings.usualRule(track.kind())));
        rules.putAll(plan.rules());
        List<ModelUse> models = Stream.concat(
                        plan.models().stream(), settings.eyes().stream().flatMap(eye -> eye.models().stream()))
                .distinct()
                .toList();
        List<Track> tracks =
                Stream.concat(plan.tracks().stream(), added.stream()).toList();
        return plan.withFindings(models, rules, tracks);
    }
}
