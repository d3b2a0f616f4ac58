package garim.e2e;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The shipped program, started as a user starts it: by the launcher in the root of the repository. */
final class Garim {
    /** The root of the repository. */
    static final Path HOME =
            Path.of(System.getProperty("garim.home", "..")).toAbsolutePath().normalize();

    /** Never the keys of whoever runs the tests. */
    private static final Path KEYS = HOME.resolve("e2e").resolve("target").resolve("keys");

    /** In English and UTF-8, as it is built now, no terminal. */
    static final Map<String, String> ENVIRONMENT = Map.of(
            "GARIM_NO_BUILD", "1",
            "GARIM_LANG", "en",
            "GARIM_TERMINAL", "",
            "GARIM_KEYS", KEYS.toString(),
            "LC_ALL", "C.UTF-8");

    private Garim() {}

    /** Runs a command to its end; no command ever shows a stack trace. */
    static Outcome run(Object... arguments) {
        return Program.start(command(arguments), HOME, ENVIRONMENT).await().requireNoTrace();
    }

    /** Runs a command in a folder with other environment variables. */
    static Outcome runIn(Path folder, Map<String, String> changed, Object... arguments) {
        Map<String, String> environment = new HashMap<>(ENVIRONMENT);
        environment.putAll(changed);
        return Program.start(command(arguments), folder, environment).await().requireNoTrace();
    }

    /** Starts a command that hears signals, also when whoever runs this test has them ignored, as background jobs do. */
    static Program startHearingSignals(Object... arguments) {
        String script = "$SIG{$_} = 'DEFAULT' for qw(INT TERM HUP); exec @ARGV";
        List<String> command = new ArrayList<>(List.of("perl", "-e", script));
        command.addAll(command(arguments));
        return Program.start(command, HOME, ENVIRONMENT);
    }

    private static List<String> command(Object... arguments) {
        List<String> command = new ArrayList<>(List.of(HOME.resolve("garim").toString()));
        Stream.of(arguments).map(Object::toString).forEach(command::add);
        return command;
    }
}
