package garim.models;

import garim.engine.detect.Detector;
import garim.engine.detect.DetectorContract;
import garim.engine.detect.Picture;
import garim.engine.detect.Resampler;
import garim.engine.detect.onnx.Device;

final class PersonAndHeadContractTest extends DetectorContract {
    @Override
    protected Detector create() {
        return new PersonDetectors(Device.CPU).personAndHead("thorough");
    }

    @Override
    protected Picture pictureWithTargets() {
        return Resampler.resize(DemoPhotograph.THREE.picture(), 480, 338);
    }
}
