package garim.cli;

import garim.cli.settings.Heads;
import garim.cli.settings.Profile;
import garim.engine.frame.MaskRule;
import garim.engine.frame.TargetKind;
import garim.engine.pipeline.AnalysisSettings;
import garim.engine.pipeline.DetectorUse;
import garim.engine.zone.Zone;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Mixin;

/**
 * All options that decide what is looked for and how it is covered. What stands on the command line wins over the
 * profile, and the profile over what is usual.
 */
final class AnalysisOptions {
    /** What is masked when nobody says otherwise. */
    private static final Set<TargetKind> USUAL = EnumSet.of(TargetKind.FACE, TargetKind.HEAD, TargetKind.PLATE);

    @Mixin
    private DetectorOptions detection = new DetectorOptions();

    @Mixin
    private ProfileOptions profiles = new ProfileOptions();

    @Mixin
    private TurnOptions turning = new TurnOptions();

    @Mixin
    private ZoneOptions drawing = new ZoneOptions();

    @Mixin
    private MaskOptions masks = new MaskOptions();

    /** The settings of an analysis; IllegalArgumentException when the options make no sense together. */
    AnalysisSettings settings() {
        Optional<Profile> profile = profiles.find();
        List<Zone> zones = drawing.zones();
        Set<TargetKind> kinds = kinds(profile);
        if (kinds.contains(TargetKind.ZONE) && zones.isEmpty()) {
            throw new IllegalArgumentException("--mask zone needs --zone or --zones");
        }
        AnalysisSettings settings = detection.settings(kinds);
        Map<TargetKind, MaskRule> rules = new EnumMap<>(settings.rules());
        profile.ifPresent(chosen -> chosen.rules().forEach((kind, rule) -> {
            if (rules.containsKey(kind) || (kind == TargetKind.ZONE && !zones.isEmpty())) {
                rules.put(kind, rule);
            }
        }));
        return masks.applyTo(settings.withRules(rules)
                .withZones(zones)
                .withProfile(profile.map(Profile::name).orElse("")));
    }

    /** Loads the detectors that these options ask for. */
    LoadedDetectors load() {
        Optional<Profile> profile = profiles.find();
        return detection.load(kinds(profile), heads(profile));
    }

    /** Loads the detectors that these options ask for at cameras. */
    LoadedDetectors loadForCameras() {
        Optional<Profile> profile = profiles.find();
        return detection.loadForCameras(kinds(profile), heads(profile));
    }

    /** The detectors that these options ask for, loaded when they are needed; at once where files of the user are read. */
    AwaitedDetectors await() {
        AwaitedDetectors awaited = new AwaitedDetectors(this::load);
        return detection.isBuiltIn() ? awaited : awaited.load();
    }

    /** The awaited detectors as they should look at a file; closed with them. */
    List<DetectorUse> uses(AwaitedDetectors awaited, Path file) {
        return turning.uses(awaited.uses(), file);
    }

    /** The loaded detectors as they should look at a file; closed with the loaded ones. */
    List<DetectorUse> uses(LoadedDetectors loaded, Path file) {
        return turning.uses(loaded.uses(), file);
    }

    private Set<TargetKind> kinds(Optional<Profile> profile) {
        Set<TargetKind> kinds =
                detection.kinds(profile.map(AnalysisOptions::found).orElse(USUAL));
        if (detection.heads.equals(Optional.of(Heads.ALL))) {
            kinds.add(TargetKind.HEAD);
        }
        return kinds;
    }

    private Heads heads(Optional<Profile> profile) {
        return detection.heads.or(() -> profile.map(Profile::heads)).orElse(Heads.SEEN);
    }

    /** What a profile asks for and can be found without being shown or drawn. */
    private static Set<TargetKind> found(Profile profile) {
        Set<TargetKind> kinds = EnumSet.copyOf(profile.rules().keySet());
        kinds.retainAll(MaskWord.kinds(Set.of(MaskWord.ALL)));
        return kinds;
    }
}
