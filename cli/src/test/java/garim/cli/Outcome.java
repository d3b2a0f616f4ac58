package garim.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** What a run of the program in this process came to. */
record Outcome(int exit, String out, String err) {
    /** Runs the program. */
    static Outcome of(String... arguments) {
        Recording recording = new Recording();
        int exit = GarimCommand.commandLine(recording.console()).execute(arguments);
        return new Outcome(exit, recording.out(), recording.err());
    }

    Outcome requireOk() {
        assertEquals(0, exit, this::toString);
        return this;
    }
}
