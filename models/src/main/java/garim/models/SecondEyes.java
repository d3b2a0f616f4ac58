package garim.models;

import garim.engine.detect.Detector;
import garim.engine.frame.ModelUse;
import garim.engine.frame.TargetKind;
import java.util.EnumSet;
import java.util.List;
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

    private SecondEyes() {}

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
    public static List<Eyes> of(Set<TargetKind> masked, List<ModelUse> used) {
        Stream<Eyes> faces = masked.stream().anyMatch(WITH_FACES::contains) ? Stream.of(faces(used)) : Stream.of();
        Stream<Eyes> plates = masked.contains(TargetKind.PLATE) ? Stream.of(plates(used)) : Stream.of();
        return Stream.concat(faces, plates).toList();
    }

    private static Eyes faces(List<ModelUse> used) {
        ModelCard other = isUsed(used, ModelCatalogue.ssd()) ? ModelCatalogue.ultraFace() : ModelCatalogue.ssd();
        Detector detector =
                other.equals(ModelCatalogue.ssd()) ? FaceDetectors.secondBySsd() : FaceDetectors.secondByUltraFace();
        return new Eyes(
                detector,
                Stream.of(other, ModelCatalogue.verifier()).map(SecondEyes::use).toList());
    }

    private static Eyes plates(List<ModelUse> used) {
        return isUsed(used, ModelCatalogue.plateNet())
                ? new Eyes(TextDetectors.plate("fast"), TextDetectors.plateModels())
                : new Eyes(PlateDetectors.sure(), PlateDetectors.modelsOf("fast"));
    }

    private static boolean isUsed(List<ModelUse> used, ModelCard card) {
        return used.contains(use(card));
    }

    private static ModelUse use(ModelCard card) {
        return new ModelUse(card.name(), card.sha256());
    }
}
