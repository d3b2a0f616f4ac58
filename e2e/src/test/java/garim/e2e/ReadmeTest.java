package garim.e2e;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the README tells people to type can be typed. */
final class ReadmeTest {
    private static final Path README = Garim.HOME.resolve("README.md");
    private static final Pattern LANGUAGE = Pattern.compile("```\\w*");

    private static List<String> commands() throws IOException {
        assumeTrue(Files.exists(README), "there is no README.md yet");
        List<String> commands = new ArrayList<>();
        boolean fenced = false;
        for (String line : Files.readAllLines(README)) {
            fenced ^= LANGUAGE.matcher(line.strip()).matches();
            String command = line.strip().replaceFirst("^\\$ ", "").replaceFirst("\\s+#.*", "");
            if (fenced && command.startsWith("./garim")) {
                commands.add(command);
            }
        }
        return commands;
    }

    @Test
    void namesOnlyCommandsAndOptionsThatThereAre() throws IOException {
        List<String> commands = commands();
        assertFalse(commands.isEmpty(), "the README shows no command");
        for (String command : commands) {
            String[] words = command.split("\\s+", -1);
            if (words.length > 1 && !words[1].equals("test") && !words[1].startsWith("-")) {
                String help = Garim.run(words[1], "--help").requireExit(0).out();
                for (int i = 2; i < words.length; i++) {
                    String option = words[i].replaceFirst("=.*", "");
                    assertTrue(!option.startsWith("-") || help.contains(option), command + ": " + option);
                }
            }
        }
    }

    @Test
    void beginsWithADemonstrationThatWorks(@TempDir Path folder) throws IOException {
        assumeTrue(commands().contains("./garim demo"), "the README shows no demonstration");
        Garim.runIn(folder, java.util.Map.of(), "demo", "--detector", "fast").requireExit(0);
        assertTrue(Files.exists(folder.resolve("garim-demo/before-after.png")));
    }
}
