package garim.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files bear any name that a file can bear. */
final class FileNamesTest {
    private static final String SMALL = "-f lavfi -i testsrc2=size=160x120:rate=10:duration=0.3 -c:v libx264";

    @Test
    void takesSpacesColonsPercentsAndQuotes(@TempDir Path folder) {
        List<String> names = List.of(
                "two words.mp4",
                "cam:1 12:30:00.mp4",
                "100%d %s.mp4",
                "it's \"quoted\" {0}.mp4",
                "file:name.mp4",
                "a.b.c.mp4",
                "no ending",
                "[x]*?.mp4",
                "back\\slash.mp4",
                "UPPER.MP4");
        Path source = Ffmpeg.make(folder, SMALL, folder.resolve("source.mp4"));
        names.forEach(name -> copy(source, folder.resolve(name)));
        Object[] arguments = java.util.stream.Stream.concat(
                        java.util.stream.Stream.of("mask", "--json", "--mask", "face", "--detector", "fast"),
                        names.stream().map(folder::resolve))
                .toArray();
        Outcome outcome = Garim.run(arguments).requireExit(0);
        assertEquals(names.size(), outcome.events("masked").size());
        outcome.events("masked").forEach(event -> {
            Path output = Path.of(event.path("output").asText());
            assertEquals(folder, output.getParent());
            assertEquals(3, Probe.of(output).times().size());
        });
    }

    @Test
    void takesANameThatBeginsWithADash(@TempDir Path folder) {
        Path source = Ffmpeg.make(folder, SMALL, folder.resolve("source.mp4"));
        copy(source, folder.resolve("-o.mp4"));
        Garim.runIn(folder, Map.of(), "mask", "--mask", "face", "--detector", "fast", "--", "-o.mp4")
                .requireExit(0);
        assertTrue(Files.exists(folder.resolve("-o.masked.mp4")));
    }

    /** The shell makes and finds the files, so that it does not matter which names this very test could open. */
    @Test
    void takesKoreanNamesEvenWithoutALocale(@TempDir Path folder) {
        Path source = Ffmpeg.make(folder, SMALL, folder.resolve("source.mp4"));
        String korean = "$(printf '\\355\\225\\234\\352\\270\\200 \\354\\235\\264\\353\\246\\204')";
        String script =
                "set -e; cp \"$1\" \"%1$s.mp4\"; \"$2\" mask --detector fast \"%1$s.mp4\"; test -s \"%1$s.masked.mp4\""
                        .formatted(korean);
        for (String locale : List.of("C", "C.UTF-8")) {
            Map<String, String> environment = new HashMap<>(Garim.ENVIRONMENT);
            environment.put("LC_ALL", "");
            environment.put("LC_CTYPE", "");
            environment.put("LANG", locale);
            List<String> command =
                    List.of("bash", "-c", script, "bash", source.toString(), Garim.HOME.resolve("garim") + "");
            Outcome outcome = Program.start(command, folder, environment)
                    .await()
                    .requireNoTrace()
                    .requireExit(0);
            assertTrue(outcome.out().startsWith("\ud55c\uae00 \uc774\ub984.masked.mp4: 3 frames"), outcome::toString);
            delete(folder, "masked.mp4");
        }
    }

    private static void copy(Path source, Path target) {
        try {
            Files.copy(source, target);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static void delete(Path folder, String ending) {
        Program.start(List.of("bash", "-c", "rm -- *." + ending), folder, Map.of())
                .await()
                .requireExit(0);
    }
}
