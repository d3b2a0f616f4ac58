package garim.engine.detect.onnx;

import garim.engine.frame.Trial;
import java.util.List;
import java.util.Objects;

/**
 * A device choice is the device that runs the networks of a run, and why it is not a faster one.
 *
 * @param device the one that was chosen
 * @param refused faster ones that were tried and cannot be used
 */
public record DeviceChoice(Device device, List<Trial> refused) {
    public DeviceChoice {
        Objects.requireNonNull(device);
        refused = List.copyOf(refused);
    }
}
