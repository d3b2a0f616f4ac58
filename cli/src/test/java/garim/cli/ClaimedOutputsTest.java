package garim.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import garim.engine.frame.EngineException;
import garim.engine.frame.ErrorCode;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

final class ClaimedOutputsTest {
    @Test
    void givesAnOutputToOneInputOnly() {
        ClaimedOutputs claimed = new ClaimedOutputs();
        claimed.claim(Path.of("out", "a.mp4"));
        claimed.claim(Path.of("out", "b.mp4"));
        Path again = Path.of("out", "..", "out", "a.mp4").toAbsolutePath();
        EngineException e = assertThrows(EngineException.class, () -> claimed.claim(again));
        assertEquals(ErrorCode.OUTPUT_EXISTS, e.code());
    }
}
