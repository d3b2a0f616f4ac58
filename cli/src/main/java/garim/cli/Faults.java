package garim.cli;

import garim.cli.evaluate.EvaluationException;
import garim.cli.export.ExportErrorCode;
import garim.cli.export.ExportException;
import garim.cli.settings.SettingsException;
import garim.engine.frame.EngineException;
import garim.engine.frame.ErrorCode;
import garim.live.LiveException;
import garim.models.ModelException;
import garim.paper.PaperException;
import java.util.Objects;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Turns what a command threw into one sentence and an exit code; a stack trace is never shown. */
final class Faults implements IExecutionExceptionHandler {
    private final Console console;

    Faults(Console console) {
        this.console = console;
    }

    @Override
    public int handleExecutionException(Exception thrown, CommandLine command, ParseResult parsed) {
        Messages messages = console.messages();
        return switch (thrown) {
            case EngineException e -> told(Failure.of(e).sentence(messages), exitCode(e.code()));
            case SettingsException e -> told(Failure.of(e).sentence(messages), ExitCode.USAGE);
            case ExportException e -> told(Failure.of(e).sentence(messages), exitCode(e.code()));
            case LiveException e ->
                told(messages.text("live." + e.code(), String.valueOf(e.getMessage())), exitCode(e.code()));
            case PaperException e -> told(Failure.of(e).sentence(messages), ExitCode.FAILED);
            case ModelException e -> told(Failure.of(e).sentence(messages), ExitCode.FAILED);
            case EvaluationException e -> told(Objects.requireNonNullElse(e.getMessage(), ""), ExitCode.FAILED);
            case IllegalArgumentException e ->
                told(messages.text("usage.wrong", String.valueOf(e.getMessage())), ExitCode.USAGE);
            default -> told(messages.text("defect", thrown), ExitCode.DEFECT);
        };
    }

    private static int exitCode(ErrorCode code) {
        return switch (code) {
            case CANCELLED -> ExitCode.CANCELLED;
            case ZONE_INVALID, REVIEW_EDIT_INVALID, DEVICE_UNAVAILABLE -> ExitCode.USAGE;
            default -> ExitCode.FAILED;
        };
    }

    private static int exitCode(LiveException.Code code) {
        return code == LiveException.Code.BAD_CONFIG ? ExitCode.USAGE : ExitCode.FAILED;
    }

    private static int exitCode(ExportErrorCode code) {
        return switch (code) {
            case EXPORT_EXPIRED -> ExitCode.EXPIRED;
            case PASSWORD_WEAK -> ExitCode.USAGE;
            default -> ExitCode.FAILED;
        };
    }

    private int told(String sentence, int exitCode) {
        console.err().println(sentence);
        return exitCode;
    }
}
