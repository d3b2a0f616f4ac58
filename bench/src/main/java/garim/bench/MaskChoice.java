package garim.bench;

import garim.engine.media.WriteSettings;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** A mask choice is what the options of {@code garim mask} say of how an output is written. */
final class MaskChoice {
    @Option(names = "--quality")
    private Optional<Integer> quality = Optional.empty();

    private MaskChoice() {}

    /** Reads options; those that are not known here are left to the command itself. */
    static MaskChoice of(List<String> options) {
        MaskChoice choice = new MaskChoice();
        new CommandLine(CommandLine.Model.CommandSpec.forAnnotatedObject(choice))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setUnmatchedArgumentsAllowed(true)
                .parseArgs(options.toArray(new String[0]));
        return choice;
    }

    /** How an output is written, always without sound. */
    WriteSettings write(Path output) {
        WriteSettings standard = WriteSettings.forFile(output);
        return quality.map(standard::withQuantizer).orElse(standard);
    }
}
