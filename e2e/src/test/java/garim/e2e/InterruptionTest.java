package garim.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whenever the program is stopped, no output stays that is not whole. */
final class InterruptionTest {
    @TempDir
    private Path folder;

    private Path clip = Path.of("");

    @BeforeEach
    void makesAClip() {
        clip = SmallClips.longOne(folder.resolve("clip.mp4"));
    }

    private Program start() {
        return Garim.startHearingSignals("mask", "--json", "--mask", "face", "--detector", "fast", "--every", 10, clip);
    }

    private Set<String> files() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean isWriting() {
        return files().stream().anyMatch(name -> name.endsWith(".garim-part"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"INT", "TERM", "HUP"})
    void leavesNothingWhenInterruptedWhileWriting(String signal) {
        try (Program program = start()) {
            program.awaitWhileRunning(this::isWriting);
            program.signal(signal);
            Outcome outcome = program.await().requireNoTrace().requireExit(130);
            assertEquals(
                    "CANCELLED",
                    outcome.events("failed").getFirst().path("code").asText());
        }
        assertEquals(Set.of("clip.mp4"), files());
    }

    @Test
    void leavesNothingWhenInterruptedWhileAnalysing() {
        try (Program program = Garim.startHearingSignals("mask", "--mask", "face", "--detector", "fast", clip)) {
            program.awaitWhileRunning(() -> program.errorsSoFar().contains("analysing"));
            program.signal("INT");
            program.await().requireNoTrace().requireExit(130);
        }
        assertEquals(Set.of("clip.mp4"), files());
    }

    @Test
    void leavesNoOutputWhenKilledAndCleansUpAtTheNextRun() {
        try (Program program = start()) {
            program.awaitWhileRunning(this::isWriting);
            program.signal("KILL");
            assertEquals(137, program.await().exitCode());
        }
        assertTrue(isWriting());
        assertEquals(2, files().size());
        Garim.run("mask", "--mask", "face", "--detector", "fast", "--every", 100, clip)
                .requireExit(0);
        assertEquals(
                new TreeSet<>(List.of("clip.masked.mp4", "clip.masked.mp4.garim-certificate.json", "clip.mp4")),
                files());
        assertEquals(1500, Probe.of(folder.resolve("clip.masked.mp4")).times().size());
    }
}
