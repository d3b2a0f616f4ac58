package garim.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import garim.engine.frame.EngineException;
import garim.engine.frame.ErrorCode;
import garim.models.ModelErrorCode;
import garim.models.ModelException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class BatchTest {
    private static final List<Path> THREE = List.of(Path.of("a.mp4"), Path.of("b.mp4"), Path.of("c.mp4"));

    private final Recording recording = new Recording();
    private final Batch batch = new Batch(recording.console().reporter(false));
    private final List<String> seen = new ArrayList<>();

    private Batch.FileJob failingOn(String name, RuntimeException failure) {
        return input -> {
            seen.add(input.toString());
            if (input.toString().equals(name)) {
                throw failure;
            }
        };
    }

    @Test
    void endsWellWhenEveryFileDoes() {
        assertEquals(ExitCode.OK, batch.run(THREE, input -> seen.add(input.toString())));
        assertEquals(List.of("a.mp4", "b.mp4", "c.mp4"), seen);
        assertEquals("", recording.err());
    }

    @Test
    void goesOnAfterAFailureAndTellsByTheExitCode() {
        EngineException failure = new EngineException(ErrorCode.INPUT_NOT_VIDEO, "b.mp4", "text");
        assertEquals(ExitCode.FAILED, batch.run(THREE, failingOn("b.mp4", failure)));
        assertEquals(3, seen.size());
        assertEquals(1, recording.errLines().size());
        assertTrue(recording.err().startsWith("b.mp4: "));
    }

    @Test
    void goesOnAfterAFolderWithoutVideos(@TempDir Path empty) {
        List<Path> named = List.of(empty, Path.of("c.mp4"));
        assertEquals(ExitCode.FAILED, batch.run(named, input -> seen.add(input.toString())));
        assertEquals(List.of("c.mp4"), seen);
    }

    @Test
    void goesOnAfterAModelFails() {
        ModelException failure = new ModelException(ModelErrorCode.MODEL_MISSING, "m", "Build again.");
        assertEquals(ExitCode.FAILED, batch.run(THREE, failingOn("a.mp4", failure)));
        assertEquals(3, seen.size());
    }

    @Test
    void stopsAtOnceWhenCancelled() {
        EngineException stop = new EngineException(ErrorCode.CANCELLED, "job", "stopped");
        assertEquals(ExitCode.CANCELLED, batch.run(THREE, failingOn("a.mp4", stop)));
        assertEquals(List.of("a.mp4"), seen);
    }

    @Test
    void doesNotHideADefect() {
        IllegalStateException defect = new IllegalStateException("bug");
        assertThrows(IllegalStateException.class, () -> batch.run(THREE, failingOn("a.mp4", defect)));
    }
}
