package garim.cli;

import garim.engine.detect.onnx.DeviceProbe;
import garim.engine.detect.onnx.DeviceWish;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The option that says where networks run. */
final class DeviceOptions {
    @Option(names = "--device", paramLabel = "DEVICE")
    Optional<DeviceWish> wish = Optional.empty();

    /** The device of a run; EngineException DEVICE_UNAVAILABLE at once when the user named one that cannot be used. */
    ChosenDevice choose(Reporter reporter, Messages messages) {
        return choose(DeviceWish.AUTO, reporter, messages);
    }

    /** As the other one, with what a configuration wishes, over which the command line wins. */
    ChosenDevice choose(DeviceWish otherwise, Reporter reporter, Messages messages) {
        DeviceWish wished = wish.orElse(otherwise);
        ChosenDevice chosen = new ChosenDevice(
                () -> DeviceProbe.ofThisMachine().choose(wished), new Fallback("device", reporter, messages));
        if (wished == DeviceWish.CUDA) {
            chosen.get();
        }
        return chosen;
    }
}
