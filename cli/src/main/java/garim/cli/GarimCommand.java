package garim.cli;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code garim}: the command of which all others are part. */
@Command(
        name = "garim",
        resourceBundle = GarimCommand.HELP,
        versionProvider = Version.class,
        mixinStandardHelpOptions = true)
final class GarimCommand implements Callable<Integer> {
    /** The bundle that holds the help texts. */
    static final String HELP = "garim.cli.help";

    @Spec
    private CommandSpec spec = CommandSpec.create();

    /** The whole command line, ready to run. */
    static CommandLine commandLine(Console console) {
        CommandLine line = new CommandLine(new GarimCommand());
        line.addSubcommand(new MaskCommand(console));
        line.addSubcommand(new AnalyzeCommand(console));
        line.addSubcommand(new TracksCommand(console, InstantSource.system()));
        line.addSubcommand(new DecideCommand(console, InstantSource.system()));
        line.addSubcommand(new LogCommand(console));
        line.addSubcommand(new RenderCommand(console));
        line.addSubcommand(new VerifyCommand(console));
        line.addSubcommand(new KeyCommand(console));
        line.addSubcommand(new InspectCommand(console));
        line.addSubcommand(new ExportCommand(console));
        line.addSubcommand(new OpenCommand(console));
        line.addSubcommand(new HolderCommand(console));
        line.addSubcommand(new UnsealCommand(console));
        line.addSubcommand(VaultCommand.commandLine(console, InstantSource.system()));
        line.addSubcommand(new CommandLine(new LiveCommand(console)).addSubcommand(new DiscoverCommand(console)));
        line.addSubcommand(new DemoCommand(console));
        line.addSubcommand(new EvaluateCommand(console));
        line.addSubcommand(new ProfilesCommand(console));
        line.addSubcommand(new ModelsCommand(console));
        line.addSubcommand(new DoctorCommand(console));
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setUsageHelpAutoWidth(true);
        line.setOut(writer(console.out()));
        line.setErr(writer(console.err()));
        line.setExecutionExceptionHandler(new Faults(console));
        return line;
    }

    private static PrintWriter writer(PrintStream stream) {
        return new PrintWriter(stream, true, stream.charset());
    }

    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getOut());
        return ExitCode.USAGE;
    }
}
