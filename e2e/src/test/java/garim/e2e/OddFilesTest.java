package garim.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Rectangle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a recorder writes is masked: every frame, at the same time, the faces gone and the rest as it was. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class OddFilesTest {
    private Path folder = Path.of("");
    private FaceClip clip = FaceClip.NONE;
    private GrayClip truth = GrayClip.NONE;
    private Outcome outcome = new Outcome(-1, "", "");

    @BeforeAll
    void masksAllFilesInOneRun(@TempDir Path temporary) throws IOException {
        folder = temporary;
        clip = FaceClip.in(folder);
        truth = GrayClip.of(clip.file(), FaceClip.WIDTH, FaceClip.HEIGHT);
        Path fields = Files.createDirectory(folder.resolve("fields"));
        FaceClip doubled = FaceClip.in(fields, 2 * FaceClip.FRAMES, 50, FaceClip.STEP / 2);
        Files.createDirectories(folder.resolve("in"));
        Files.createDirectories(folder.resolve("out"));
        OddFile.all().forEach(file -> make(file, (file.interlaced() ? doubled : clip).file()));
        outcome = Garim.run(
                "mask",
                "--json",
                "--mask",
                "face",
                "--detector",
                "fast",
                "-o",
                folder.resolve("out"),
                folder.resolve("in"));
    }

    private void make(OddFile file, Path source) {
        Path middle = folder.resolve("middle." + file.name());
        Path from =
                file.parent().map(recipe -> Ffmpeg.make(source, recipe, middle)).orElse(source);
        Ffmpeg.make(from, file.recipe(), in(file));
    }

    static Stream<OddFile> files() {
        return OddFile.all();
    }

    private Path in(OddFile file) {
        return folder.resolve("in").resolve(file.name());
    }

    private Path out(OddFile file) {
        String name = file.name();
        String base = name.substring(0, name.lastIndexOf('.'));
        return folder.resolve("out")
                .resolve(
                        name.matches(".*\\.(mp4|mov|mkv)")
                                ? base + ".masked" + name.substring(base.length())
                                : name + ".masked.mp4");
    }

    @Test
    void everyFileSucceeds() {
        outcome.requireExit(0);
        assertEquals(files().count(), outcome.events("masked").size());
        assertEquals(0, outcome.events("failed").size(), outcome::toString);
        assertEquals(0, outcome.events("warning").size(), outcome::toString);
    }

    @ParameterizedTest
    @MethodSource("files")
    void keepsEveryFrameItsTimeAndItsPlace(OddFile file) {
        Probe before = Probe.of(in(file));
        Probe after = Probe.of(out(file));
        assertEquals("h264", after.codec());
        assertEquals(0, after.soundStreams());
        assertEquals(before.rotation(), after.rotation());
        assertEquals(before.fullRange() && !file.isRgb(), after.fullRange());
        assertEquals(FaceClip.FRAMES, after.times().size());
        for (int i = 0; i < FaceClip.FRAMES; i++) {
            Probe.Time expected = file.isTimed() ? before.times().get(i) : new Probe.Time(i, "1/25");
            Probe.Time actual = after.times().get(i);
            assertTrue(actual.isSame(expected), "frame " + i + ": " + actual + " instead of " + expected);
        }
        if (out(file).toString().matches(".*\\.(mp4|mov)")) {
            assertTrue(Probe.hasIndexFirst(out(file)));
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void leavesNothingReadableOfAnyFace(OddFile file) {
        GrayClip input = decoded(file, in(file), false);
        GrayClip output = decoded(file, out(file), true);
        for (Rectangle face : clip.faces(0)) {
            double visible = FineDetail.correlation(truth, input, 0, face);
            assertTrue(visible > FineDetail.VISIBLE, face + " should be visible in the input: " + visible);
        }
        for (int frame = 0; frame < FaceClip.FRAMES; frame++) {
            for (Rectangle face : clip.faces(frame)) {
                String place = "frame " + frame + " at " + face;
                double left = FineDetail.correlation(truth, output, frame, face);
                assertTrue(left <= FineDetail.COVERED, place + " can still be read in the output: " + left);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void leavesTheRestOfThePictureAsItWas(OddFile file) {
        GrayClip input = decoded(file, in(file), false);
        GrayClip output = decoded(file, out(file), true);
        for (int frame = 0; frame < FaceClip.FRAMES; frame++) {
            double kept = input.kept(output, frame, clip.surroundings(frame));
            assertTrue(kept > 0.75, "frame " + frame + ": only " + kept + " of the rest are as in the input");
        }
    }

    private static GrayClip decoded(OddFile file, Path clip, boolean written) {
        boolean narrow = file.name().contains("odd-size");
        boolean low = narrow || file.name().contains("odd-height");
        int missing = written ? 0 : 1;
        return GrayClip.of(clip, FaceClip.WIDTH - (narrow ? missing : 0), FaceClip.HEIGHT - (low ? missing : 0));
    }
}
