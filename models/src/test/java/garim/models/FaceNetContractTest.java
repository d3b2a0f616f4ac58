package garim.models;

import garim.engine.detect.Detector;
import garim.engine.detect.DetectorContract;
import garim.engine.detect.Picture;
import garim.engine.detect.Resampler;
import garim.engine.detect.onnx.Device;
import garim.engine.detect.onnx.FaceNetDetector;

final class FaceNetContractTest extends DetectorContract {
    @Override
    protected Detector create() {
        ModelCard card = ModelCatalogue.faceNet();
        return FaceNetDetector.ofBoth(card.name(), ShippedModel.weights(card, Device.CPU), 0.5, 0.5);
    }

    @Override
    protected Picture pictureWithTargets() {
        return Resampler.resize(DemoPhotograph.THREE.picture(), 480, 338);
    }
}
