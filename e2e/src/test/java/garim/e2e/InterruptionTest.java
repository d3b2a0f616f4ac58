package garim.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
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

/** Whenever the program is stopped, no output stays that is not whole, and the same command goes on from there. */
final class InterruptionTest {
    private static final String WORK = ".clip.masked.mp4.garim-work";

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

    /** True when a segment of the output is being written, or was. */
    private boolean isWriting() {
        return isKept("segment-");
    }

    private boolean isKept(String prefix) {
        try (Stream<Path> files = Files.list(folder.resolve(WORK))) {
            return files.anyMatch(file -> file.getFileName().toString().startsWith(prefix));
        } catch (NoSuchFileException e) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String sumOfMasked() {
        return Ffmpeg.frameSums(folder.resolve("clip.masked.mp4"));
    }

    /** What the same command gives when nobody stops it. */
    private String sumWhenNotStopped() {
        try (Program program = start()) {
            assertEquals(0, program.await().exitCode());
        }
        String sum = sumOfMasked();
        for (String name : List.of("clip.masked.mp4", "clip.masked.mp4.garim-certificate.json")) {
            try {
                Files.delete(folder.resolve(name));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return sum;
    }

    private void goesOnTo(String sum) {
        try (Program program = start()) {
            assertEquals(0, program.await().exitCode());
        }
        assertEquals(sum, sumOfMasked());
        assertEquals(
                new TreeSet<>(List.of("clip.masked.mp4", "clip.masked.mp4.garim-certificate.json", "clip.mp4")),
                files());
    }

    @ParameterizedTest
    @ValueSource(strings = {"INT", "TERM", "HUP"})
    void leavesNoOutputWhenInterruptedWhileWriting(String signal) {
        try (Program program = start()) {
            program.awaitWhileRunning(this::isWriting);
            program.signal(signal);
            Outcome outcome = program.await().requireNoTrace().requireExit(130);
            assertEquals(
                    "CANCELLED",
                    outcome.events("failed").getFirst().path("code").asText());
        }
        assertEquals(Set.of("clip.mp4", WORK), files());
    }

    @Test
    void goesOnAfterAnInterruptionWhileAnalysing() {
        String sum = sumWhenNotStopped();
        try (Program program = start()) {
            program.awaitWhileRunning(() -> isKept("looks"));
            program.signal("INT");
            program.await().requireNoTrace().requireExit(130);
        }
        assertEquals(Set.of("clip.mp4", WORK), files());
        goesOnTo(sum);
    }

    @Test
    void leavesNoOutputWhenKilledAndGoesOnAtTheNextRun() {
        String sum = sumWhenNotStopped();
        try (Program program = start()) {
            program.awaitWhileRunning(this::isWriting);
            program.signal("KILL");
            assertEquals(137, program.await().exitCode());
        }
        assertEquals(Set.of("clip.mp4", WORK), files());
        goesOnTo(sum);
    }

    @Test
    void goesOnWhereItWasKilledBeforeItWasDone() {
        String sum = sumWhenNotStopped();
        try (Program program = start()) {
            program.awaitWhileRunning(() -> files().stream().anyMatch(name -> name.endsWith(".garim-part")));
            program.signal("KILL");
            assertEquals(137, program.await().exitCode());
        }
        goesOnTo(sum);
    }
}
