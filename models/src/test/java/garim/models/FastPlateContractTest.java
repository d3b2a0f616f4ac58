package garim.models;

import garim.engine.detect.Detector;
import garim.engine.detect.DetectorContract;
import garim.engine.detect.Picture;
import garim.engine.detect.onnx.Device;

final class FastPlateContractTest extends DetectorContract {
    @Override
    protected Detector create() {
        return new PlateDetectors(Device.CPU).create("fast");
    }

    @Override
    protected Picture pictureWithTargets() {
        return PlateNetContractTest.scene();
    }
}
