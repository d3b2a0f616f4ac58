package garim.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.awt.Rectangle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A broken file ends in a masked output of what is left of it, or in one clear sentence; never in anything else. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class BrokenFilesTest {
    private static final long SEED = 20261123;

    private FaceClip clip = FaceClip.NONE;
    private GrayClip truth = GrayClip.NONE;

    @BeforeAll
    void makesTheClip(@TempDir Path folder) {
        clip = FaceClip.in(folder);
        truth = GrayClip.of(clip.file(), FaceClip.WIDTH, FaceClip.HEIGHT);
    }

    private Path whole(Path folder, String ending) {
        return Ffmpeg.make(
                clip.file(),
                "-i @ -c:v libx264 -crf 18 -pix_fmt yuv420p -g 4 -bf 0",
                folder.resolve("whole." + ending));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ts", "mkv", "avi"})
    void masksWhatIsLeftOfACutFile(String ending, @TempDir Path folder) throws IOException {
        byte[] bytes = Files.readAllBytes(whole(folder, ending));
        Path cut = Files.write(folder.resolve("cut." + ending), Arrays.copyOf(bytes, bytes.length * 7 / 10));
        Path output = folder.resolve("out.mp4");
        Garim.run("mask", "--mask", "face", "--detector", "fast", cut, "-o", output)
                .requireExit(0);
        assertEquals(Probe.of(cut).times().size(), Probe.of(output).times().size());
        requireCovered(output);
    }

    @ParameterizedTest
    @ValueSource(strings = {"mp4", "ts", "mkv", "avi"})
    void masksAFileWithFlippedBitsOrSaysWhyNot(String ending, @TempDir Path folder) throws IOException {
        byte[] bytes = Files.readAllBytes(whole(folder, ending));
        Random random = new Random(SEED);
        for (int i = 0; i < 30; i++) {
            int at = bytes.length / 5 + random.nextInt(bytes.length / 2);
            bytes[at] ^= (byte) (1 << random.nextInt(8));
        }
        Path flipped = Files.write(folder.resolve("flipped." + ending), bytes);
        Path output = folder.resolve("out.mp4");
        Outcome outcome = Garim.run("mask", "--mask", "face", "--detector", "fast", flipped, "-o", output);
        if (outcome.exitCode() == 0) {
            assertEquals(
                    Probe.of(flipped).times().size(), Probe.of(output).times().size());
            requireCovered(output);
        } else {
            outcome.requireExit(1).onlyErrorLine();
            assertFalse(Files.exists(output));
        }
    }

    private void requireCovered(Path output) {
        GrayClip masked = GrayClip.of(output, FaceClip.WIDTH, FaceClip.HEIGHT);
        for (int frame = 0; frame < masked.frames(); frame++) {
            for (Rectangle face : clip.faces(frame)) {
                double left = FineDetail.correlation(truth, masked, frame, face);
                assertTrue(left <= FineDetail.COVERED, "frame " + frame + " at " + face + ": " + left);
            }
        }
    }

    @Test
    void saysInOneSentenceWhyThereIsNothingToMask(@TempDir Path folder) throws IOException {
        byte[] mp4 = Files.readAllBytes(whole(folder, "mp4"));
        byte[] random = new byte[50_000];
        new Random(SEED).nextBytes(random);
        List<Path> inputs = List.of(
                Files.write(folder.resolve("empty.mp4"), new byte[0]),
                Files.writeString(folder.resolve("text.mp4"), "This is no film.\n".repeat(500)),
                Files.writeString(folder.resolve("text.txt"), "This is no film.\n"),
                Files.write(folder.resolve("noise.mp4"), random),
                Files.write(folder.resolve("without-index.mp4"), Arrays.copyOf(mp4, mp4.length / 2)),
                Files.write(folder.resolve("head.mp4"), Arrays.copyOf(mp4, 40)),
                Ffmpeg.make(clip.file(), "-f lavfi -i sine=duration=1", folder.resolve("sound.m4a")),
                Ffmpeg.make(clip.file(), "-i @ -vf scale=8:8 -c:v ffv1", folder.resolve("tiny.mkv")),
                folder.resolve("missing.mp4"),
                Files.createDirectory(folder.resolve("folder.mp4")));
        for (Path input : inputs) {
            Outcome outcome = Garim.run("mask", "--mask", "face", "--detector", "fast", input)
                    .requireExit(1);
            assertTrue(outcome.onlyErrorLine().startsWith(input + ": "), outcome::toString);
            assertEquals("", outcome.out());
        }
        try (var files = Files.list(folder)) {
            assertTrue(files.noneMatch(file ->
                    file.toString().contains("masked") || file.toString().contains("part")));
        }
    }

    @Test
    void leavesNothingOfAPlayListThatPointsElsewhere(@TempDir Path folder) throws IOException {
        Path secret = whole(folder, "ts");
        Path list = Files.writeString(
                folder.resolve("list.mp4"),
                "#EXTM3U\n#EXT-X-TARGETDURATION:1\n#EXTINF:1,\n" + secret + "\n#EXT-X-ENDLIST\n");
        Garim.run("mask", "--mask", "face", "--detector", "fast", list)
                .requireExit(1)
                .onlyErrorLine();
        assertFalse(Files.exists(folder.resolve("list.masked.mp4")));
    }

    @Test
    void goesOnAfterAFileThatFailsAndTellsByTheExitCode(@TempDir Path folder) throws IOException {
        Path good = whole(folder, "mp4");
        Path text = Files.writeString(folder.resolve("text.mp4"), "no film");
        Path recordings = Files.createDirectories(folder.resolve("recordings"));
        Files.copy(good, recordings.resolve("one.mp4"));
        Files.writeString(recordings.resolve("two.mp4"), "");
        Files.copy(good, recordings.resolve("three.mp4"));
        Path out = Files.createDirectory(folder.resolve("out"));
        Outcome outcome = Garim.run(
                        "mask", "--json", "--mask", "face", "--detector", "fast", good, text, recordings, "-o", out)
                .requireExit(1);
        assertEquals(3, outcome.events("masked").size());
        assertEquals(
                List.of("INPUT_NOT_VIDEO", "INPUT_NOT_VIDEO"),
                outcome.events("failed").stream()
                        .map(event -> event.path("code").asText())
                        .toList());
        for (JsonNode masked : outcome.events("masked")) {
            assertEquals(FaceClip.FRAMES, masked.path("frames").asInt());
            requireCovered(Path.of(masked.path("output").asText()));
        }
    }
}
