package garim.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import garim.engine.frame.EngineException;
import garim.engine.frame.ErrorCode;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import org.junit.jupiter.api.Test;

/** People are told what happened, not what Java calls it. */
final class FailureTest {
    private static String detail(IOException cause) {
        return Failure.of(new EngineException(ErrorCode.OUTPUT_FAILED, "out.mp4", cause.toString(), cause))
                .detail();
    }

    @Test
    void javaNamesAreLeftOutWhereTheyAddNothing() {
        assertEquals("No space left on device", detail(new IOException("No space left on device")));
        assertEquals(
                "a/out.mp4: Read-only file system",
                detail(new FileSystemException("a/out.mp4", null, "Read-only file system")));
    }

    @Test
    void theyStayWhereTheyAreTheReason() {
        assertEquals("java.nio.file.NoSuchFileException: a", detail(new NoSuchFileException("a")));
    }
}
