package garim.cli;

import garim.cli.settings.Heads;
import garim.engine.detect.Detector;
import garim.engine.detect.logo.LogoDetector;
import garim.engine.detect.logo.LogoReference;
import garim.engine.frame.ModelUse;
import garim.engine.frame.TargetKind;
import garim.engine.pipeline.DetectorUse;
import garim.models.FaceDetectors;
import garim.models.Pace;
import garim.models.PersonDetectors;
import garim.models.PlateDetectors;
import garim.models.TextDetectors;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Detectors in memory, for as many files as a run has.
 *
 * @param uses the detectors and their models; none when only motion or zones are masked
 */
record LoadedDetectors(List<DetectorUse> uses) implements AutoCloseable {
    /** Signs and plates are looked for less often: what goes on between is told by following pixels. */
    private static final int PLATE_STRIDE = 4;

    private static final int TEXT_STRIDE = 3;

    private static final int LOGO_STRIDE = 3;

    private static final Set<TargetKind> KNOWN = EnumSet.of(
            TargetKind.FACE,
            TargetKind.HEAD,
            TargetKind.PERSON,
            TargetKind.PLATE,
            TargetKind.TEXT,
            TargetKind.LOGO,
            TargetKind.MOTION,
            TargetKind.ZONE);

    /** Refuses kinds that nothing here finds yet, as IllegalArgumentException. */
    static void requireKnown(Set<TargetKind> kinds, List<Path> logos) {
        if (kinds.isEmpty() || !KNOWN.containsAll(kinds)) {
            throw new IllegalArgumentException("--mask takes " + KNOWN + ", not " + kinds);
        }
        if (kinds.contains(TargetKind.LOGO) && logos.isEmpty()) {
            throw new IllegalArgumentException("--mask logo needs a reference picture: add --logo PICTURE");
        }
    }

    /** Loads the weights for these kinds; faces are found by the profile that is named, logos by their pictures. */
    static LoadedDetectors of(Set<TargetKind> kinds, String faceProfile, Heads whose, List<Path> logos) {
        return of(kinds, faceProfile, whose, logos, Pace.RECORDED);
    }

    /** The same for cameras, whose pictures do not wait. */
    static LoadedDetectors ofCameras(Set<TargetKind> kinds, String faceProfile, Heads whose, List<Path> logos) {
        return of(kinds, faceProfile, whose, logos, Pace.LIVE);
    }

    private static LoadedDetectors of(
            Set<TargetKind> kinds, String faceProfile, Heads whose, List<Path> logos, Pace pace) {
        List<DetectorUse> uses = new ArrayList<>();
        if (kinds.contains(TargetKind.FACE)) {
            uses.add(new DetectorUse(FaceDetectors.create(faceProfile), FaceDetectors.modelsOf(faceProfile)));
        }
        addPeople(uses, kinds, whose, pace);
        if (kinds.contains(TargetKind.PLATE)) {
            uses.add(plates(pace));
        }
        if (kinds.contains(TargetKind.TEXT)) {
            Detector text = pace == Pace.LIVE ? TextDetectors.liveText() : TextDetectors.text("thorough");
            uses.add(new DetectorUse(text, TextDetectors.textModels(), TEXT_STRIDE));
        }
        if (kinds.contains(TargetKind.LOGO)) {
            List<LogoReference> references = LogoFiles.read(logos);
            List<ModelUse> pictures = references.stream().map(LogoFiles::use).toList();
            uses.add(new DetectorUse(new LogoDetector(references), pictures, LOGO_STRIDE));
        }
        return new LoadedDetectors(uses);
    }

    private static DetectorUse plates(Pace pace) {
        return pace == Pace.LIVE
                ? new DetectorUse(PlateDetectors.live(), PlateDetectors.liveModels(), PLATE_STRIDE)
                : new DetectorUse(TextDetectors.plate("thorough"), TextDetectors.plateModels(), PLATE_STRIDE);
    }

    private static void addPeople(List<DetectorUse> uses, Set<TargetKind> kinds, Heads whose, Pace pace) {
        String profile = whose == Heads.ALL ? PersonDetectors.EVERYBODY : PersonDetectors.DEFAULT_PROFILE;
        boolean heads = kinds.contains(TargetKind.HEAD);
        if (kinds.contains(TargetKind.PERSON)) {
            uses.add(new DetectorUse(
                    heads ? PersonDetectors.personAndHead(profile, pace) : PersonDetectors.person(profile, pace),
                    PersonDetectors.models()));
        } else if (heads) {
            uses.add(new DetectorUse(PersonDetectors.head(profile, pace), PersonDetectors.models()));
        }
    }

    @Override
    public void close() {
        uses.forEach(use -> use.detector().close());
    }
}
