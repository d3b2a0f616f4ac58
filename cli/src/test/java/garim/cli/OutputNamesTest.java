package garim.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class OutputNamesTest {
    private static final Messages ENGLISH = Messages.of(Locale.ENGLISH);
    private static final Path CLIP = Path.of("in", "clip.mp4");

    private static OutputNames beside(Path input) {
        return OutputNames.forRun(Optional.empty(), List.of(input), ENGLISH);
    }

    @ParameterizedTest
    @CsvSource({
        "clip.mp4, clip.masked.mp4",
        "clip.MOV, clip.masked.mov",
        "clip.mkv, clip.masked.mkv",
        "clip.avi, clip.avi.masked.mp4",
        "clip, clip.masked.mp4",
        "a.b.m4v, a.b.masked.m4v",
        ".mp4, .mp4.masked.mp4",
        "clip., clip..masked.mp4"
    })
    void placesTheMaskedCopyBesideTheInput(String input, String output) {
        Path file = Path.of("in", input);
        assertEquals(Path.of("in", output), beside(file).masked(file));
    }

    @Test
    void placesThePlanBesideTheInput() {
        assertEquals(Path.of("in", "clip.mp4.garim-plan.json"), beside(CLIP).plan(CLIP));
    }

    @Test
    void takesTheNameThatTheUserGave() {
        OutputNames names = OutputNames.forRun(Optional.of(Path.of("out.mkv")), List.of(CLIP), ENGLISH);
        assertEquals(Path.of("out.mkv"), names.masked(CLIP));
        assertEquals(Path.of("out.mkv"), names.plan(CLIP));
    }

    @Test
    void putsEverythingIntoTheFolderThatTheUserGave(@TempDir Path folder) {
        Path other = Path.of("b.avi");
        OutputNames names = OutputNames.forRun(Optional.of(folder), List.of(CLIP, other), ENGLISH);
        assertEquals(folder.resolve("clip.masked.mp4"), names.masked(CLIP));
        assertEquals(folder.resolve("b.avi.masked.mp4"), names.masked(other));
    }

    @Test
    void refusesOneFileForSeveralInputsOrAFolder(@TempDir Path folder) {
        Optional<Path> one = Optional.of(Path.of("out.mp4"));
        List<Path> several = List.of(CLIP, Path.of("b.mp4"));
        IllegalArgumentException e =
                assertThrows(IllegalArgumentException.class, () -> OutputNames.forRun(one, several, ENGLISH));
        assertTrue(String.valueOf(e.getMessage()).contains("out.mp4"));
        assertThrows(IllegalArgumentException.class, () -> OutputNames.forRun(one, List.of(folder), ENGLISH));
    }
}
