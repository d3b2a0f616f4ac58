package garim.cli;

import garim.cli.evaluate.EvaluationException;
import garim.engine.frame.EngineException;
import garim.engine.frame.ErrorCode;
import garim.models.ModelException;
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
        switch (thrown) {
            case EngineException e -> {
                console.err().println(Failure.of(e).sentence(console.messages()));
                return e.code() == ErrorCode.CANCELLED ? ExitCode.CANCELLED : ExitCode.FAILED;
            }
            case ModelException e -> {
                console.err().println(Failure.of(e).sentence(console.messages()));
                return ExitCode.FAILED;
            }
            case EvaluationException e -> {
                console.err().println(e.getMessage());
                return ExitCode.FAILED;
            }
            case IllegalArgumentException e -> {
                console.err().println(console.messages().text("usage.wrong", e.getMessage()));
                return ExitCode.USAGE;
            }
            default -> {
                console.err().println(console.messages().text("defect", thrown));
                return ExitCode.DEFECT;
            }
        }
    }
}
