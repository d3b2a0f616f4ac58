package garim.e2e;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the command promises to people and to programs that call it. */
final class CommandLineTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"mask", "analyze", "render", "inspect", "demo", "evaluate", "profiles", "models", "doctor"})
    void explainsEveryCommand(String command) {
        Outcome outcome = Garim.run(command, "--help").requireExit(0);
        assertTrue(outcome.out().startsWith("Usage: garim " + command), outcome::toString);
        assertEquals("", outcome.err());
    }

    @Test
    void explainsItselfAndEndsWithTwoWithoutACommand() {
        assertTrue(Garim.run().requireExit(2).out().contains("garim demo"));
        assertTrue(Garim.run("--help").requireExit(0).out().contains("garim mask clip.mp4"));
        assertTrue(Garim.run("--version").requireExit(0).out().startsWith("garim "));
    }

    @ParameterizedTest
    @CsvSource({
        "mask clip.mp4 --forse, --force",
        "mask clip.mp4 --ever 3, --every",
        "maks clip.mp4, mask",
        "mask, INPUT",
        "mask clip.mp4 --every no, --every",
        "mask clip.mp4 --style glitter, --style",
        "mask clip.mp4 --every -1, --help",
        "mask clip.mp4 --margin 7, --help",
        "mask clip.mp4 --quality 99, --help",
        "mask clip.mp4 --mask nose, --mask",
        "mask clip.mp4 --heads some, --heads",
        "mask clip.mp4 --profil bank, --profile",
        "render a.mp4 b.mp4, b.mp4"
    })
    void refusesWhatMakesNoSenseAndPointsToTheRightWay(String line, String hint) {
        SmallClips.tiny(folder.resolve("clip.mp4"));
        Outcome outcome =
                Garim.runIn(folder, Map.of(), (Object[]) line.split(" ", -1)).requireExit(2);
        assertTrue(outcome.err().contains(hint), outcome::toString);
        assertFalse(Files.exists(folder.resolve("clip.masked.mp4")));
    }

    @Test
    void namesTheDetectorsWhenOneIsUnknown() {
        Path clip = SmallClips.tiny(folder.resolve("clip.mp4"));
        Outcome outcome = Garim.run("mask", clip, "--detector", "psychic").requireExit(1);
        assertTrue(outcome.onlyErrorLine().contains("thorough"), outcome::toString);
    }

    @Test
    void overwritesAnOutputOnlyWhenForced() throws IOException {
        Path clip = SmallClips.tiny(folder.resolve("clip.mp4"));
        Path output = Files.writeString(folder.resolve("clip.masked.mp4"), "mine");
        assertTrue(Garim.run("mask", "--mask", "face", "--detector", "fast", clip)
                .requireExit(1)
                .onlyErrorLine()
                .contains("--force"));
        assertEquals("mine", Files.readString(output));
        Garim.run("mask", "--mask", "face", "--detector", "fast", "--force", clip)
                .requireExit(0);
        assertEquals(3, Probe.of(output).times().size());
    }

    @Test
    void neverWritesOverTheInput() throws IOException {
        Path clip = SmallClips.tiny(folder.resolve("clip.mp4"));
        byte[] before = Files.readAllBytes(clip);
        Path link = Files.createSymbolicLink(folder.resolve("link.mp4"), clip);
        Garim.run("mask", "--mask", "face", "--detector", "fast", "--force", clip, "-o", clip)
                .requireExit(1);
        Garim.run("mask", "--mask", "face", "--detector", "fast", "--force", clip, "-o", link)
                .requireExit(1);
        Garim.run("analyze", "--mask", "face", "--detector", "fast", "--force", clip, "-o", clip)
                .requireExit(1);
        assertArrayEquals(before, Files.readAllBytes(clip));
    }

    @Test
    void refusesAPlanInAMissingFolderBeforeTheWork() {
        Path clip = SmallClips.tiny(folder.resolve("clip.mp4"));
        Garim.run("analyze", clip, "-o", folder.resolve("missing/plan.json"))
                .requireExit(1)
                .onlyErrorLine();
    }

    @Test
    void doesNotMakeFoldersOrMixInputs() throws IOException {
        Path clip = SmallClips.tiny(folder.resolve("clip.mp4"));
        Path other = Files.copy(clip, folder.resolve("other.mp4"));
        Garim.run("mask", clip, "-o", folder.resolve("missing/out.mp4"))
                .requireExit(1)
                .onlyErrorLine();
        Garim.run("mask", clip, other, "-o", folder.resolve("one.mp4")).requireExit(2);
        Garim.run("mask", clip, "-o", folder.resolve("out.avi")).requireExit(1).onlyErrorLine();
        assertFalse(Files.exists(folder.resolve("missing")));
        assertFalse(Files.exists(folder.resolve("one.mp4")));
    }

    @Test
    void twoInputsOfOneNameDoNotMeetInOneOutput() throws IOException {
        Path clip = SmallClips.tiny(folder.resolve("clip.mp4"));
        Path second =
                Files.copy(clip, Files.createDirectory(folder.resolve("b")).resolve("clip.mp4"));
        Path out = Files.createDirectory(folder.resolve("out"));
        Outcome outcome = Garim.run("mask", "--json", "--mask", "face", "--detector", "fast", clip, second, "-o", out)
                .requireExit(1);
        assertEquals(1, outcome.events("masked").size());
        assertEquals(
                "OUTPUT_EXISTS",
                outcome.events("failed").getFirst().path("code").asText());
    }

    @ParameterizedTest
    @CsvSource({"aac, mp4, aac", "pcm_mulaw, mkv, pcm_mulaw", "pcm_mulaw, avi, aac", "mp3, ts, mp3"})
    void dropsTheSoundUnlessItIsToBeKept(String codec, String ending, String kept) {
        Path clip = SmallClips.withSound(folder.resolve("clip." + ending), codec);
        Path silent = folder.resolve("silent." + (ending.equals("mkv") ? "mkv" : "mp4"));
        Path sounding = folder.resolve("sounding." + (ending.equals("mkv") ? "mkv" : "mp4"));
        Garim.run("mask", "--mask", "face", "--detector", "fast", clip, "-o", silent)
                .requireExit(0);
        Garim.run("mask", "--mask", "face", "--detector", "fast", "--audio", "keep", clip, "-o", sounding)
                .requireExit(0);
        assertEquals(0, Probe.of(silent).soundStreams());
        assertEquals(1, Probe.of(sounding).soundStreams());
        assertTrue(Ffmpeg.probe(sounding, "-select_streams a -show_streams").contains("\"" + kept + "\""));
    }

    @Test
    void speaksKoreanAndIndonesian() {
        Path missing = folder.resolve("missing.mp4");
        assertTrue(Garim.runIn(folder, Map.of("GARIM_LANG", "ko"), "mask", missing)
                .requireExit(1)
                .onlyErrorLine()
                .contains("\uc77d\uc744 \uc218 \uc5c6\uc2b5\ub2c8\ub2e4"));
        assertTrue(Garim.runIn(folder, Map.of("GARIM_LANG", "id"), "mask", missing)
                .requireExit(1)
                .onlyErrorLine()
                .contains("tidak dapat dibaca"));
        assertTrue(Garim.runIn(folder, Map.of("GARIM_LANG", "", "LC_ALL", "", "LANG", "xx_YY.UTF-8"), "mask", missing)
                .requireExit(1)
                .onlyErrorLine()
                .contains("cannot be read"));
        assertTrue(Garim.runIn(folder, Map.of("GARIM_LANG", "ko"), "mask", "--help")
                .out()
                .contains("\uc5bc\uad74"));
    }

    @Test
    void inspectsFilesForPeopleAndPrograms() {
        Path clip = SmallClips.withSound(folder.resolve("clip.mp4"), "aac");
        assertTrue(Garim.run("inspect", clip).requireExit(0).out().contains("aac 1ch 44100Hz"));
        Outcome outcome = Garim.run("inspect", "--json", clip, folder.resolve("missing.mp4"))
                .requireExit(1);
        assertEquals(160, outcome.events("inspected").getFirst().path("width").asInt());
        assertEquals(1, outcome.events("failed").size());
    }

    @Test
    void listsModelsWithLicenceAndChecksum() {
        Outcome outcome = Garim.run("models", "--json").requireExit(0);
        assertFalse(outcome.events("model").isEmpty());
        outcome.events("model").forEach(model -> {
            assertFalse(model.path("licence").asText().isBlank());
            assertTrue(model.path("sha256").asText().matches("[0-9a-f]{64}"));
        });
    }

    @Test
    void checksTheMachine() {
        assertFalse(Garim.run("doctor").requireExit(0).out().contains("FAILED"));
        Outcome outcome = Garim.run("doctor", "--json").requireExit(0);
        assertTrue(outcome.events("check").stream()
                .allMatch(check -> check.path("ok").asBoolean()));
    }

    @Test
    void refusesToRunWhatIsNotBuiltWhenItMayNotBuild() throws IOException {
        Path alone = Files.copy(Garim.HOME.resolve("garim"), folder.resolve("garim"));
        Outcome outcome = Program.start(java.util.List.of(alone.toString(), "doctor"), folder, Garim.ENVIRONMENT)
                .await()
                .requireExit(1);
        assertTrue(outcome.onlyErrorLine().startsWith("garim: "), outcome::toString);
    }
}
