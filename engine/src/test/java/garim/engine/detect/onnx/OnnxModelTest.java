package garim.engine.detect.onnx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import garim.engine.frame.EngineException;
import garim.engine.frame.ErrorCode;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

final class OnnxModelTest {
    private static final byte[] NO_MODEL = "this is not a model".getBytes(StandardCharsets.UTF_8);

    @Test
    void refusesBytesThatAreNoModel() {
        EngineException e = assertThrows(
                EngineException.class, () -> new UltraFaceDetector("mine.onnx", Weights.onCpu(NO_MODEL), 0.5));
        assertEquals(ErrorCode.MODEL_INVALID, e.code());
        assertEquals("mine.onnx", e.subject());
    }

    @Test
    void refusesAThresholdThatIsNoShare() {
        assertThrows(IllegalArgumentException.class, () -> new YunetDetector("y", Weights.onCpu(new byte[0]), 0));
    }
}
