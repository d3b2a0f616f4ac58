package garim.cli;

import java.time.InstantSource;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code garim vault}: the command of those who keep sealed originals. */
@Command(name = "vault", resourceBundle = GarimCommand.HELP, mixinStandardHelpOptions = true)
final class VaultCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    /** The command with its own commands. */
    static CommandLine commandLine(Console console, InstantSource clock) {
        CommandLine line = new CommandLine(new VaultCommand());
        line.addSubcommand(new VaultListCommand(console, clock));
        line.addSubcommand(new VaultUnsealCommand(console, clock));
        line.addSubcommand(new VaultDestroyCommand(console, clock));
        return line;
    }

    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getOut());
        return ExitCode.USAGE;
    }
}
