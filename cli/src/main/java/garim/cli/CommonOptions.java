package garim.cli;

import picocli.CommandLine.Option;

/** Options that every command has. */
final class CommonOptions {
    @Option(names = "--json")
    boolean json;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true)
    boolean help;
}
