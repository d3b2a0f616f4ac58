package garim.engine.detect.onnx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import garim.engine.frame.EngineException;
import garim.engine.frame.ErrorCode;
import garim.engine.frame.Trial;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** The fastest device that really runs a network is taken, and of each that does not it is known why. */
final class DeviceProbeTest {
    /** A machine made by hand. */
    private record Made(boolean isBuiltIn, String failure, AtomicInteger asked) implements DeviceProbe.Machine {
        Made(boolean isBuiltIn, String failure) {
            this(isBuiltIn, failure, new AtomicInteger());
        }

        @Override
        public String library() {
            return "a runtime (a.jar)";
        }

        @Override
        public boolean knows(Device device) {
            asked.incrementAndGet();
            return isBuiltIn;
        }

        @Override
        public void run(Device device) {
            if (!failure.isEmpty()) {
                throw new EngineException(ErrorCode.MODEL_INVALID, device.word(), failure);
            }
        }
    }

    private static final Made WITH_CARD = new Made(true, "");
    private static final Made WITHOUT_LIBRARY = new Made(false, "");
    private static final Made WITHOUT_DRIVER =
            new Made(true, "/src/bridge.cc:1988 Get() [ONNXRuntimeError] : 1 : FAIL : libcublas: no such file");

    private static DeviceChoice choice(Made machine, DeviceWish wish) {
        return new DeviceProbe(machine).choose(wish);
    }

    private static EngineException refusal(Made machine) {
        return assertThrows(EngineException.class, () -> choice(machine, DeviceWish.CUDA));
    }

    @Test
    void takesTheCardThatWorks() {
        assertEquals(new DeviceChoice(Device.CUDA, List.of()), choice(WITH_CARD, DeviceWish.AUTO));
        assertEquals(new DeviceChoice(Device.CUDA, List.of()), choice(WITH_CARD, DeviceWish.CUDA));
    }

    @Test
    void takesTheProcessorWhereTheLibraryKnowsNoCard() {
        DeviceChoice choice = choice(WITHOUT_LIBRARY, DeviceWish.AUTO);
        assertEquals(Device.CPU, choice.device());
        assertEquals(List.of(Trial.absent("cuda", "a runtime (a.jar) is built without it")), choice.refused());
    }

    @Test
    void takesTheProcessorWhereTheCardFailsAndSaysWhy() {
        DeviceChoice choice = choice(WITHOUT_DRIVER, DeviceWish.AUTO);
        assertEquals(Device.CPU, choice.device());
        assertEquals(List.of(Trial.fails("cuda", "libcublas: no such file")), choice.refused());
    }

    @Test
    void refusesACardThatWasNamedAndDoesNotWork() {
        assertEquals(ErrorCode.DEVICE_UNAVAILABLE, refusal(WITHOUT_LIBRARY).code());
        assertEquals("cuda", refusal(WITHOUT_LIBRARY).subject());
        assertTrue(refusal(WITHOUT_LIBRARY).detail().contains("a.jar"));
        assertEquals(ErrorCode.DEVICE_UNAVAILABLE, refusal(WITHOUT_DRIVER).code());
        assertEquals("libcublas: no such file", refusal(WITHOUT_DRIVER).detail());
    }

    @Test
    void triesNothingForWhoeverNamesTheProcessor() {
        Made machine = new Made(true, "");
        assertEquals(new DeviceChoice(Device.CPU, List.of()), choice(machine, DeviceWish.CPU));
        assertEquals(0, machine.asked().get());
    }

    @Test
    void theNetworkOfTheTrialRunsHere() {
        Trial trial = DeviceProbe.ofThisMachine().attempt(Device.CPU);
        assertEquals(Trial.works("cpu"), trial);
    }

    @Test
    void thisMachineHasADeviceOrAReason() {
        DeviceChoice choice = DeviceProbe.ofThisMachine().choose(DeviceWish.AUTO);
        assertEquals(choice.device() == Device.CPU, !choice.refused().isEmpty());
        choice.refused().forEach(trial -> assertFalse(trial.detail().isBlank()));
    }

    @Test
    void weightsForADeviceThatIsNotThereAreRefused() {
        if (DeviceProbe.ofThisMachine().attempt(Device.CUDA).isUsable()) {
            return;
        }
        Weights weights = new Weights(new byte[] {1}, Device.CUDA);
        EngineException e = assertThrows(EngineException.class, () -> OnnxModel.load("net", weights, List.of("out")));
        assertEquals(ErrorCode.MODEL_INVALID, e.code());
    }
}
