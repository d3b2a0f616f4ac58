package garim.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import garim.engine.frame.EngineException;
import garim.engine.frame.ErrorCode;
import garim.models.ModelErrorCode;
import garim.models.ModelException;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** Whatever a command throws becomes one sentence and an exit code. */
final class FaultsTest {
    private final Recording recording = new Recording();

    private int exitCodeOf(Exception thrown) {
        @CommandLine.Command
        final class Thrower implements Callable<Integer> {
            @Override
            public Integer call() throws Exception {
                throw thrown;
            }
        }
        return new CommandLine(new Thrower())
                .setExecutionExceptionHandler(new Faults(recording.console()))
                .execute();
    }

    private void requireOneSentenceWith(String part) {
        assertEquals(1, recording.errLines().size());
        assertTrue(recording.err().contains(part), recording.err());
        assertFalse(recording.err().contains("\tat "));
    }

    @Test
    void namesTheFileOfAnEngineFailure() {
        assertEquals(ExitCode.FAILED, exitCodeOf(new EngineException(ErrorCode.INPUT_MISSING, "a.mp4", "gone")));
        requireOneSentenceWith("a.mp4");
    }

    @Test
    void tellsACancellationByItsExitCode() {
        assertEquals(ExitCode.CANCELLED, exitCodeOf(new EngineException(ErrorCode.CANCELLED, "job", "stopped")));
        requireOneSentenceWith("stopped");
    }

    @Test
    void blamesTheOptionForADeviceThatIsNotThere() {
        EngineException missing = new EngineException(ErrorCode.DEVICE_UNAVAILABLE, "cuda", "no driver");
        assertEquals(ExitCode.USAGE, exitCodeOf(missing));
        requireOneSentenceWith("--device cuda");
    }

    @Test
    void saysWhatToDoAboutAModel() {
        assertEquals(ExitCode.FAILED, exitCodeOf(new ModelException(ModelErrorCode.PROFILE_UNKNOWN, "x", "Choose.")));
        requireOneSentenceWith("Choose.");
    }

    @Test
    void blamesTheOptionsForWhatMakesNoSense() {
        assertEquals(ExitCode.USAGE, exitCodeOf(new IllegalArgumentException("margin 7")));
        requireOneSentenceWith("margin 7");
    }

    @Test
    void admitsADefectWithoutAStackTrace() {
        assertEquals(ExitCode.DEFECT, exitCodeOf(new IllegalStateException("impossible")));
        requireOneSentenceWith("impossible");
    }
}
