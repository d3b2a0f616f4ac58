package garim.cli;

import garim.engine.frame.TargetKind;
import garim.engine.pipeline.DetectorUse;
import garim.models.FaceDetectors;
import garim.models.PersonDetectors;
import garim.models.TextDetectors;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Detectors in memory, for as many files as a run has.
 *
 * @param uses the detectors and their models; none when only motion is masked
 */
record LoadedDetectors(List<DetectorUse> uses) implements AutoCloseable {
    /** Signs and plates are looked for less often: they stand still or pass slowly, and the network is slow. */
    private static final int PLATE_STRIDE = 2;

    private static final int TEXT_STRIDE = 5;

    private static final Set<TargetKind> KNOWN = EnumSet.of(
            TargetKind.FACE, TargetKind.HEAD, TargetKind.PERSON, TargetKind.PLATE, TargetKind.TEXT, TargetKind.MOTION);

    /** Refuses kinds that nothing here finds yet, as IllegalArgumentException. */
    static void requireKnown(Set<TargetKind> kinds) {
        if (kinds.isEmpty() || !KNOWN.containsAll(kinds)) {
            throw new IllegalArgumentException("--mask takes " + KNOWN + ", not " + kinds);
        }
    }

    /** Loads the weights for these kinds; faces are found by the profile that is named. */
    static LoadedDetectors of(Set<TargetKind> kinds, String faceProfile) {
        List<DetectorUse> uses = new ArrayList<>();
        if (kinds.contains(TargetKind.FACE)) {
            uses.add(new DetectorUse(FaceDetectors.create(faceProfile), FaceDetectors.modelsOf(faceProfile)));
        }
        addPeople(uses, kinds);
        if (kinds.contains(TargetKind.PLATE)) {
            uses.add(new DetectorUse(TextDetectors.plate("thorough"), TextDetectors.plateModels(), PLATE_STRIDE));
        }
        if (kinds.contains(TargetKind.TEXT)) {
            uses.add(new DetectorUse(TextDetectors.text("thorough"), TextDetectors.textModels(), TEXT_STRIDE));
        }
        return new LoadedDetectors(uses);
    }

    private static void addPeople(List<DetectorUse> uses, Set<TargetKind> kinds) {
        String profile = PersonDetectors.DEFAULT_PROFILE;
        boolean heads = kinds.contains(TargetKind.HEAD);
        if (kinds.contains(TargetKind.PERSON)) {
            uses.add(new DetectorUse(
                    heads ? PersonDetectors.personAndHead(profile) : PersonDetectors.person(profile),
                    PersonDetectors.models()));
        } else if (heads) {
            uses.add(new DetectorUse(PersonDetectors.head(profile), PersonDetectors.models()));
        }
    }

    @Override
    public void close() {
        uses.forEach(use -> use.detector().close());
    }
}
