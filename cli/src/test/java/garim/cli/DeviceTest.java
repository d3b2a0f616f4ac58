package garim.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import garim.engine.detect.onnx.Device;
import garim.engine.detect.onnx.DeviceChoice;
import garim.engine.detect.onnx.DeviceProbe;
import garim.engine.frame.Trial;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where networks run is chosen once, and told to whom it concerns. */
final class DeviceTest {
    private static final Trial ABSENT = Trial.absent("cuda", "built without it");
    private static final Trial BROKEN = Trial.fails("cuda", "no driver");

    private final Recording recording = new Recording();
    private final AtomicInteger choices = new AtomicInteger();

    private ChosenDevice device(boolean json, Device device, Trial... refused) {
        Console console = recording.console();
        return new ChosenDevice(
                () -> {
                    choices.incrementAndGet();
                    return new DeviceChoice(device, List.of(refused));
                },
                new Fallback("device", console.reporter(json), console.messages()));
    }

    @Test
    void aRunChoosesOnce() {
        ChosenDevice device = device(false, Device.CUDA);
        assertEquals(0, choices.get(), "nothing is tried before a network is loaded");
        assertEquals(Device.CUDA, device.get());
        assertEquals(Device.CUDA, device.get());
        assertEquals(1, choices.get());
    }

    @Test
    void saysNothingToPeopleAboutWhatNobodyExpects() {
        assertEquals(Device.CPU, device(false, Device.CPU, ABSENT).get());
        assertEquals("", recording.out() + recording.err());
    }

    @Test
    void tellsPeopleThatTheirCardIsNotUsed() {
        assertEquals(Device.CPU, device(false, Device.CPU, BROKEN).get());
        assertEquals(1, recording.errLines().size());
        assertTrue(recording.err().contains("cuda - (no driver)"), recording.err());
    }

    @Test
    void tellsProgramsTheDeviceAndTheReason() throws JsonProcessingException {
        device(true, Device.CPU, ABSENT).get();
        JsonNode line = new ObjectMapper().readTree(recording.outLines().getFirst());
        assertEquals("device", line.path("event").asText());
        assertEquals("cpu", line.path("device").asText());
        assertEquals("cuda - (built without it)", line.path("refused").asText());
        assertEquals(1, recording.outLines().size());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"mask x.mp4", "analyze x.mp4", "render x.mp4", "evaluate x", "live x.mp4", "demo", "doctor"})
    void aCardThatIsNotThereIsRefusedBeforeAnyWork(String command) {
        if (DeviceProbe.ofThisMachine().all().getFirst().isUsable()) {
            return;
        }
        Outcome outcome = Outcome.of((command + " --device cuda").split(" "));
        assertEquals(ExitCode.USAGE, outcome.exit(), outcome.err());
        assertTrue(outcome.err().contains("docs/gpu.md"), outcome.err());
    }

    @Test
    void theRefusalSaysWhatWhereAndWhatToDo() {
        if (DeviceProbe.ofThisMachine().all().getFirst().isUsable()) {
            return;
        }
        String said = Outcome.of("mask", "--device", "cuda", "nothing.mp4").err();
        assertEquals(1, said.lines().count(), said);
        assertTrue(said.contains("cuda") && said.contains("onnxruntime") && said.contains("docs/gpu.md"), said);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mask x.mp4",
                "analyze x.mp4",
                "render x.mp4",
                "evaluate x",
                "live x.mp4",
                "demo",
                "tracks x",
                "doctor"
            })
    void aDeviceThatNobodyKnowsIsRefused(String command) {
        Outcome outcome = Outcome.of((command + " --device abacus").split(" "));
        assertEquals(ExitCode.USAGE, outcome.exit());
        assertTrue(outcome.err().contains("abacus") && outcome.err().contains("CUDA"), outcome.err());
    }

    @Test
    void doctorSaysWhatItFound() {
        String line = Outcome.of("doctor")
                .out()
                .lines()
                .filter(each -> each.contains(" device "))
                .findFirst()
                .orElseThrow();
        assertTrue(line.startsWith("ok") && line.contains("cuda"), line);
    }

    @Test
    void anEncoderThatFallsBackSaysWhy() {
        WriteOptions options = new WriteOptions();
        options.encoder = "auto";
        Console console = recording.console();
        options.prepare(console.reporter(false), console.messages());
        boolean hasNone = options.encoder.equals("libopenh264");
        assertEquals(hasNone, recording.err().contains("h264_nvenc - ("), recording.err());
    }
}
