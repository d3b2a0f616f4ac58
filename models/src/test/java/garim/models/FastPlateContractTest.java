package garim.models;

import garim.engine.detect.Detector;
import garim.engine.detect.DetectorContract;
import garim.engine.detect.Picture;

final class FastPlateContractTest extends DetectorContract {
    @Override
    protected Detector create() {
        return PlateDetectors.create("fast");
    }

    @Override
    protected Picture pictureWithTargets() {
        return PlateNetContractTest.scene();
    }
}
