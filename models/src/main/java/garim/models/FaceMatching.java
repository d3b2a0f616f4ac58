package garim.models;

import garim.engine.detect.onnx.Device;
import garim.engine.detect.onnx.FaceDescriber;

/** Makes what compares faces. It is loaded only where a reviewer asks for it by name; nothing else in the product uses it. */
public final class FaceMatching {
    private FaceMatching() {}

    /**
     * The describer of faces, on a device; the caller closes it.
     *
     * @throws ModelException MODEL_MISSING when its weights are not there
     */
    public static FaceDescriber describer(Device device) {
        ModelCard card = ModelCatalogue.recognizer();
        return new FaceDescriber(card.name(), ShippedModel.weights(card, device));
    }
}
