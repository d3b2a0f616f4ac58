package garim.models;

import garim.engine.detect.onnx.Device;
import garim.engine.detect.onnx.Weights;
import java.io.IOException;
import java.io.InputStream;

/** A model that the build put on the class path. */
final class ShippedModel {
    private ShippedModel() {}

    /** A model as a device runs it; exceptions as {@link #bytes}. */
    static Weights weights(ModelCard card, Device device) {
        return new Weights(bytes(card), device);
    }

    /**
     * The bytes of a model.
     *
     * @throws ModelException MODEL_MISSING when it is not there or not the one that is pinned
     */
    static byte[] bytes(ModelCard card) {
        try (InputStream in = ShippedModel.class.getResourceAsStream(card.resource())) {
            if (in != null) {
                byte[] bytes = in.readAllBytes();
                if (Checksum.sha256(bytes).equals(card.sha256())) {
                    return bytes;
                }
            }
        } catch (IOException e) {
            throw new ModelException(ModelErrorCode.FILE_FAILED, card.name(), card.resource() + " cannot be read.", e);
        }
        throw new ModelException(
                ModelErrorCode.MODEL_MISSING,
                card.name(),
                "The model " + card.name() + " is not in this build or was changed; build the module models again.");
    }
}
