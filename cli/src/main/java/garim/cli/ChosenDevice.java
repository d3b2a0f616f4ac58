package garim.cli;

import garim.engine.detect.onnx.Device;
import garim.engine.detect.onnx.DeviceChoice;
import garim.engine.frame.Trial;
import java.util.Optional;
import java.util.function.Supplier;

/** The device that runs the networks of a run, chosen and told when the first of them is loaded. Used by one thread. */
final class ChosenDevice implements Supplier<Device> {
    private final Supplier<DeviceChoice> choosing;
    private final Fallback fallback;
    private Optional<Device> chosen = Optional.empty();

    ChosenDevice(Supplier<DeviceChoice> choosing, Fallback fallback) {
        this.choosing = choosing;
        this.fallback = fallback;
    }

    @Override
    public Device get() {
        if (chosen.isEmpty()) {
            DeviceChoice choice = choosing.get();
            // whoever put a library for graphics cards in place did not do it for the processor
            boolean isSurprising = choice.refused().stream().anyMatch(trial -> trial.outcome() == Trial.Outcome.FAILS);
            fallback.tell(choice.device().word(), choice.refused(), isSurprising);
            chosen = Optional.of(choice.device());
        }
        return chosen.get();
    }
}
