package garim.models;

import garim.engine.detect.Detector;
import garim.engine.detect.onnx.Device;
import garim.engine.frame.ModelUse;
import garim.engine.frame.TargetKind;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Makes the detectors that look at a masked output: for every kind that was masked another model than the one that found
 * the targets, or the same one at other scales where there is no other.
 *
 * <p>What a whole person or writing is, only one network here knows, so nobody looks for them a second time.
 */
public final class SecondEyes {
    private static final Set<TargetKind> WITH_FACES = EnumSet.of(TargetKind.FACE, TargetKind.HEAD, TargetKind.PERSON);

    private final Device device;

    /** Makes eyes whose networks run on a device. */
    public SecondEyes(Device device) {
        this.device = Objects.requireNonNull(device);
    }

    /**
     * A detector and the model files behind it.
     *
     * @param detector closed by whoever asked for it
     * @param models as they go into a certificate
     */
    public record Eyes(Detector detector, List<ModelUse> models) {
        public Eyes {
            models = List.copyOf(models);
        }
    }

    /**
     * The eyes for an output.
     *
     * @param masked kinds that were masked
     * @param used model files that found them
     * @throws ModelException MODEL_MISSING when the weights are not there
     */
    public List<Eyes> of(Set<TargetKind> masked, List<ModelUse> used) {
        Stream<Eyes> faces = masked.stream().anyMatch(WITH_FACES::contains) ? Stream.of(faces(used)) : Stream.of();
        Stream<Eyes> plates = masked.contains(TargetKind.PLATE) ? Stream.of(plates(used)) : Stream.of();
        return Stream.concat(faces, plates).toList();
    }

    private Eyes faces(List<ModelUse> used) {
        ModelCard other = isUsed(used, ModelCatalogue.ssd()) ? ModelCatalogue.ultraFace() : ModelCatalogue.ssd();
        FaceDetectors all = new FaceDetectors(device);
        Detector detector = other.equals(ModelCatalogue.ssd()) ? all.secondBySsd() : all.secondByUltraFace();
        return new Eyes(
                detector,
                Stream.of(other, ModelCatalogue.verifier())
                        .map(card -> card.use(device))
                        .toList());
    }

    private Eyes plates(List<ModelUse> used) {
        TextDetectors writing = new TextDetectors(device);
        PlateDetectors plates = new PlateDetectors(device);
        return isUsed(used, ModelCatalogue.plateNet())
                ? new Eyes(writing.plate("fast"), writing.plateModels())
                : new Eyes(plates.sure(), plates.modelsOf("fast"));
    }

    private static boolean isUsed(List<ModelUse> used, ModelCard card) {
        return used.stream().anyMatch(use -> use.sha256().equals(card.sha256()));
    }
}
