package garim.models;

import garim.engine.detect.Detector;
import garim.engine.detect.DetectorContract;
import garim.engine.detect.Picture;
import garim.engine.detect.Resampler;
import garim.engine.detect.onnx.Device;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.condition.EnabledIf;

/** Runs only where a YuNet model lies beside the source tree, since the product does not ship one. */
@EnabledIf("isModelPresent")
final class YunetContractTest extends DetectorContract {
    private static final Path MODEL = Path.of("..", "..", "shared", "models", "yunet_n_dynamic.onnx");

    static boolean isModelPresent() {
        return Files.isRegularFile(MODEL);
    }

    @Override
    protected Detector create() {
        return new FaceDetectors(Device.CPU).create("yunet:" + MODEL);
    }

    @Override
    protected Picture pictureWithTargets() {
        return Resampler.resize(DemoPhotograph.THREE.picture(), 480, 338);
    }
}
