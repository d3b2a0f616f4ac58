package garim.cli;

import garim.cli.settings.Heads;
import garim.engine.detect.Detector;
import garim.engine.detect.logo.LogoDetector;
import garim.engine.detect.logo.LogoReference;
import garim.engine.detect.onnx.Device;
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
import java.util.function.Supplier;

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

    /**
     * Loads the weights for these kinds; faces are found by the profile that is named, logos by their pictures.
     *
     * @param device where networks run; not asked where none is needed
     */
    static LoadedDetectors of(
            Set<TargetKind> kinds, String faceProfile, Heads whose, List<Path> logos, Supplier<Device> device) {
        return of(kinds, faceProfile, whose, logos, Pace.RECORDED, device);
    }

    /** The same for cameras, whose pictures do not wait. */
    static LoadedDetectors ofCameras(
            Set<TargetKind> kinds, String faceProfile, Heads whose, List<Path> logos, Supplier<Device> device) {
        return of(kinds, faceProfile, whose, logos, Pace.LIVE, device);
    }

    private static LoadedDetectors of(
            Set<TargetKind> kinds,
            String faceProfile,
            Heads whose,
            List<Path> logos,
            Pace pace,
            Supplier<Device> device) {
        List<DetectorUse> uses = new ArrayList<>();
        if (kinds.contains(TargetKind.FACE)) {
            FaceDetectors faces = new FaceDetectors(device.get());
            uses.add(new DetectorUse(faces.create(faceProfile), faces.modelsOf(faceProfile)));
        }
        addPeople(uses, kinds, whose, pace, device);
        if (kinds.contains(TargetKind.PLATE)) {
            uses.add(plates(pace, device.get()));
        }
        if (kinds.contains(TargetKind.TEXT)) {
            TextDetectors writing = new TextDetectors(device.get());
            Detector text = pace == Pace.LIVE ? writing.liveText() : writing.text("thorough");
            uses.add(new DetectorUse(text, writing.textModels(), TEXT_STRIDE));
        }
        if (kinds.contains(TargetKind.LOGO)) {
            List<LogoReference> references = LogoFiles.read(logos);
            List<ModelUse> pictures = references.stream().map(LogoFiles::use).toList();
            uses.add(new DetectorUse(new LogoDetector(references), pictures, LOGO_STRIDE));
        }
        return new LoadedDetectors(uses);
    }

    private static DetectorUse plates(Pace pace, Device device) {
        if (pace == Pace.LIVE) {
            PlateDetectors plates = new PlateDetectors(device);
            return new DetectorUse(plates.live(), plates.liveModels(), PLATE_STRIDE);
        }
        TextDetectors plates = new TextDetectors(device);
        return new DetectorUse(plates.plate("thorough"), plates.plateModels(), PLATE_STRIDE);
    }

    private static void addPeople(
            List<DetectorUse> uses, Set<TargetKind> kinds, Heads whose, Pace pace, Supplier<Device> device) {
        String profile = whose == Heads.ALL ? PersonDetectors.EVERYBODY : PersonDetectors.DEFAULT_PROFILE;
        boolean heads = kinds.contains(TargetKind.HEAD);
        if (kinds.contains(TargetKind.PERSON)) {
            PersonDetectors people = new PersonDetectors(device.get());
            uses.add(new DetectorUse(
                    heads ? people.personAndHead(profile, pace) : people.person(profile, pace), people.models()));
        } else if (heads) {
            PersonDetectors people = new PersonDetectors(device.get());
            uses.add(new DetectorUse(people.head(profile, pace), people.models()));
        }
    }

    @Override
    public void close() {
        uses.forEach(use -> use.detector().close());
    }
}
