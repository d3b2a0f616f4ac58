package garim.engine.detect.logo;

import garim.engine.detect.Detector;
import garim.engine.detect.DetectorContract;
import garim.engine.detect.Picture;
import java.util.List;
import java.util.Random;

final class LogoContractTest extends DetectorContract {
    @Override
    protected Detector create() {
        return new LogoDetector(List.of(DrawnMark.FOX.reference()));
    }

    @Override
    protected Picture pictureWithTargets() {
        Random random = new Random(3);
        MarkScene scene = new MarkScene(MarkScene.clutter(320, 240, random), random);
        scene.place(DrawnMark.FOX, 150, 120, 90, 0.2, 0.3);
        return scene.picture(0.8f);
    }
}
