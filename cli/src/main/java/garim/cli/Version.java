package garim.cli;

import picocli.CommandLine.IVersionProvider;

/** The name and version of this program. */
final class Version implements IVersionProvider {
    /** As it is written into plans. */
    static final String PROGRAM = "garim 0.1.0";

    @Override
    public String[] getVersion() {
        return new String[] {PROGRAM};
    }
}
