package garim.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Profiles can be read, used and made by whoever runs the cameras. */
final class ProfilesTest {
    @TempDir
    private Path folder;

    @Test
    void areListedForPeopleAndPrograms() {
        assertEquals(
                10,
                Garim.run("profiles", "--json").requireExit(0).events("profile").size());
        assertTrue(Garim.run("profiles", "parking").requireExit(0).out().contains("number plates (solid"));
        assertTrue(Garim.runIn(folder, Map.of("GARIM_LANG", "ko"), "profiles", "school")
                .requireExit(0)
                .out()
                .contains("\ud559\uad50"));
        assertTrue(Garim.runIn(folder, Map.of("GARIM_LANG", "id"), "profiles", "school")
                .requireExit(0)
                .out()
                .contains("Sekolah"));
    }

    @Test
    void sayWhatIsMaskedAndAreNamedInThePlan() throws IOException {
        Path clip = SmallClips.tiny(folder.resolve("clip.mp4"));
        Garim.run("analyze", clip, "--profile", "school", "--detector", "fast").requireExit(0);
        String plan = Files.readString(folder.resolve("clip.mp4.garim-plan.json"));
        assertTrue(plan.contains("\"profile\" : \"school\""), plan);
        assertTrue(plan.contains("\"PERSON\"") && !plan.contains("\"PLATE\""), plan);
    }

    @Test
    void aShippedOneIsTheBeginOfOnesOwn() throws IOException {
        Path clip = SmallClips.tiny(folder.resolve("clip.mp4"));
        String shipped =
                Garim.run("profiles", "parking", "--as-file").requireExit(0).out();
        Path own = Files.writeString(
                folder.resolve("mine.yaml"),
                shipped.replace("name: parking", "name: my yard").replace("plate:", "text:"));
        Garim.run("analyze", clip, "--profile", own, "--mask", "face", "--detector", "fast")
                .requireExit(0);
        String plan = Files.readString(folder.resolve("clip.mp4.garim-plan.json"));
        assertTrue(plan.contains("\"profile\" : \"my yard\""), plan);
        assertFalse(plan.contains("\"TEXT\""), plan);
    }

    @Test
    void aWrongOneStopsTheProgramBeforeItBegins() throws IOException {
        Path clip = SmallClips.tiny(folder.resolve("clip.mp4"));
        Outcome unknown = Garim.run("mask", clip, "--profile", "prison").requireExit(2);
        assertTrue(unknown.onlyErrorLine().contains("school"), unknown::toString);
        Path own = Files.writeString(folder.resolve("mine.yaml"), "version: 1\nname: yard\nmask:\n  face: {}\n");
        Outcome wrong = Garim.run("mask", clip, "--profile", own).requireExit(2);
        assertTrue(wrong.onlyErrorLine().contains("line 3: at \"mask\""), wrong::toString);
        assertFalse(Files.exists(folder.resolve("clip.masked.mp4")));
    }
}
