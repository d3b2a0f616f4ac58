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

/** What somebody drew is black where and when it was drawn, and nothing else is. */
final class ZonesTest {
    private static final int WIDTH = 192;
    private static final int HEIGHT = 128;
    private static final int BLACK = 25;

    @TempDir
    private Path folder;

    /** Ten frames a second for two seconds, bright all over. */
    private Path clip() {
        String source = "-f lavfi -i color=white:size=" + WIDTH + "x" + HEIGHT + ":rate=10:duration=2";
        return Ffmpeg.make(folder, source + " -c:v libx264 -crf 10 -pix_fmt yuv420p", folder.resolve("clip.mp4"));
    }

    private static boolean isBlack(GrayClip clip, int frame, int x, int y) {
        return clip.at(frame, x, y) < BLACK;
    }

    private GrayClip masked(Path clip, Object... options) {
        Path output = folder.resolve("out.mp4");
        Object[] line = new Object[options.length + 5];
        System.arraycopy(new Object[] {"mask", clip, "-o", output, "--force"}, 0, line, 0, 5);
        System.arraycopy(options, 0, line, 5, options.length);
        Garim.run(line).requireExit(0);
        return GrayClip.of(output, WIDTH, HEIGHT);
    }

    @Test
    void coversRectanglesAndPolygonsInEveryFrame() {
        GrayClip out =
                masked(clip(), "--mask", "zone", "--zone", "20,20,40,30", "--zone", "poly:100,20 160,20 100,100");
        for (int frame = 0; frame < out.frames(); frame++) {
            assertTrue(isBlack(out, frame, 22, 22) && isBlack(out, frame, 58, 48));
            assertTrue(isBlack(out, frame, 104, 24) && isBlack(out, frame, 104, 84) && isBlack(out, frame, 150, 24));
            assertFalse(isBlack(out, frame, 70, 30) || isBlack(out, frame, 150, 90) || isBlack(out, frame, 12, 12));
        }
    }

    @Test
    void movesAndEndsAsWritten() {
        GrayClip out = masked(clip(), "--mask", "zone", "--zone", "0s: 0,0,32,32 -> 1s: 50%,50%,32,32");
        assertTrue(isBlack(out, 0, 16, 16) && isBlack(out, 5, 64, 48) && isBlack(out, 10, 112, 80));
        assertFalse(isBlack(out, 10, 16, 16) || isBlack(out, 0, 112, 80));
        for (int frame = 12; frame < out.frames(); frame++) {
            assertFalse(isBlack(out, frame, 112, 80));
        }
    }

    @ParameterizedTest
    @CsvSource({"90, transpose=1", "180, 'hflip,vflip'", "270, transpose=2"})
    void isDrawnOnThePictureAsItIsSeen(int degrees, String filter) {
        Path side = Ffmpeg.make(
                clip(), "-i @ -vf " + filter + " -c:v libx264 -crf 10 -pix_fmt yuv420p", folder.resolve("side.mp4"));
        Path turned =
                Ffmpeg.make(side, "-display_rotation:v:0 " + degrees + " -i @ -c copy", folder.resolve("turned.mp4"));
        GrayClip out =
                masked(turned, "--mask", "zone", "--zone", "10,20,40,24", "--zone", "poly:120,80 180,80 180,120");
        assertTrue(isBlack(out, 5, 14, 24) && isBlack(out, 5, 46, 40) && isBlack(out, 5, 176, 90));
        assertFalse(isBlack(out, 5, 60, 30) || isBlack(out, 5, 20, 60) || isBlack(out, 5, 124, 116));
    }

    @Test
    void aPlanWithZonesIsRenderedToTheSameBytes() throws IOException {
        Path clip = clip();
        Path zones = Files.writeString(
                folder.resolve("zones.yaml"), "zones:\n  - \"poly:5,5 90,10 60,90\"  # door\n  - 150,0,80,40\n");
        Path direct = folder.resolve("direct.mp4");
        Path planned = folder.resolve("planned.mp4");
        for (int threads : new int[] {1, 2, 7}) {
            Garim.run("mask", clip, "-o", direct, "--force", "--mask", "zone", "--zones", zones, "--threads", threads)
                    .requireExit(0);
            Garim.run("analyze", clip, "--force", "--mask", "zone", "--zones", zones)
                    .requireExit(0);
            Garim.run("render", clip, "-o", planned, "--force").requireExit(0);
            assertArrayEquals(Files.readAllBytes(direct), Files.readAllBytes(planned));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1,2,3|2|numbers",
                "here|2|docs/zones.md",
                "5s: 1,2,3,4|2|span",
                "192,0,10,10|1|192x128",
                "9s..: 0,0,10,10|1|2.00",
            })
    void refusesAZoneThatWouldCoverNothing(String zone, int exitCode, String reason) {
        Path clip = clip();
        Outcome outcome =
                Garim.run("mask", clip, "--mask", "zone", "--zone", zone).requireExit(exitCode);
        assertTrue(outcome.onlyErrorLine().contains(reason), outcome::toString);
        assertFalse(Files.exists(folder.resolve("clip.masked.mp4")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ko", "id"})
    void refusesInTheLanguageOfTheUser(String language) {
        Outcome outcome = Garim.runIn(folder, Map.of("GARIM_LANG", language), "mask", clip(), "--zone", "1,2")
                .requireExit(2);
        assertFalse(outcome.onlyErrorLine().contains("cannot be understood"), outcome::toString);
    }

    @Test
    void needsAZoneWhereZonesAreMasked() {
        assertEquals(
                1,
                Garim.run("mask", clip(), "--mask", "zone")
                        .requireExit(2)
                        .err()
                        .lines()
                        .filter(line -> line.contains("--zones"))
                        .count());
    }
}
