package garim.models;

import garim.engine.detect.Detector;
import garim.engine.detect.DetectorContract;
import garim.engine.detect.Picture;
import garim.engine.detect.Resampler;
import garim.engine.detect.onnx.Device;

final class SsdContractTest extends DetectorContract {
    @Override
    protected Detector create() {
        return new FaceDetectors(Device.CPU).create("ssd");
    }

    @Override
    protected Picture pictureWithTargets() {
        return Resampler.resize(DemoPhotograph.THREE.picture(), 480, 338);
    }
}
