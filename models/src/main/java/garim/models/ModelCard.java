package garim.models;

import garim.engine.detect.onnx.Device;
import garim.engine.frame.ModelUse;
import garim.engine.frame.TargetKind;
import java.util.List;
import java.util.Objects;

/**
 * A model card says what a model is, where its weights come from, and under which terms they are used.
 *
 * @param name stable name, also the source of its detections
 * @param kind what it finds
 * @param sources the pinned files it is made of; none when the source tree holds the model itself
 * @param codeLicence SPDX name of the licence of the code that published it
 * @param weightsLicence SPDX name of the licence of the weights
 * @param attribution whom to name
 * @param lineage what is known about the data it was trained on
 * @param threshold default lowest score, 0-1
 * @param resource file name of the converted model beside this class
 * @param sha256 checksum of the converted model
 * @param bytes size of the converted model
 */
public record ModelCard(
        String name,
        TargetKind kind,
        List<PackedFile> sources,
        String codeLicence,
        String weightsLicence,
        String attribution,
        String lineage,
        double threshold,
        String resource,
        String sha256,
        long bytes) {
    public ModelCard {
        Objects.requireNonNull(name);
        Objects.requireNonNull(kind);
        sources = List.copyOf(sources);
        Checksum.requireSha256(sha256);
        if (!(threshold > 0 && threshold <= 1)) {
            throw new IllegalArgumentException("threshold " + threshold + " of " + name);
        }
    }

    /** This model as it goes into a plan when it runs on a device. */
    ModelUse use(Device device) {
        return use(name, sha256, device);
    }

    /** As the other one, of a model that has no card. */
    static ModelUse use(String name, String sha256, Device device) {
        return new ModelUse(name, sha256, device == Device.CPU ? "" : device.word());
    }
}
