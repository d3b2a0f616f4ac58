package garim.e2e;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A plan is the whole truth between finding and masking. */
final class PlanTest {
    @TempDir
    private Path folder;

    private Path clip() {
        String recipe = "-i @ -c:v libx264 -crf 18 -pix_fmt yuv420p";
        return Ffmpeg.make(FaceClip.in(folder).file(), recipe, folder.resolve("clip.mp4"));
    }

    @Test
    void analyzeAndRenderGiveTheBytesOfMask() throws IOException {
        Path clip = clip();
        Path direct = folder.resolve("direct.mp4");
        Path alone = folder.resolve("alone.mp4");
        Path planned = folder.resolve("planned.mp4");
        Garim.run("mask", clip, "-o", direct).requireExit(0);
        Garim.run("mask", clip, "-o", alone, "--threads", 1).requireExit(0);
        Garim.run("analyze", clip).requireExit(0);
        assertTrue(Files.exists(folder.resolve("clip.mp4.garim-plan.json")));
        Garim.run("render", clip, "-o", planned).requireExit(0);
        assertArrayEquals(Files.readAllBytes(direct), Files.readAllBytes(planned));
        assertArrayEquals(Files.readAllBytes(direct), Files.readAllBytes(alone));
    }

    @Test
    void refusesThePlanOfAnotherFileAndWhatIsNoPlan() throws IOException {
        Path clip = clip();
        Path other = SmallClips.tiny(folder.resolve("other.mp4"));
        Path plan = folder.resolve("plan.json");
        Path output = folder.resolve("out.mp4");
        Garim.run("analyze", "--mask", "face", "--detector", "fast", clip, "-o", plan)
                .requireExit(0);
        Outcome mismatch = Garim.run("render", "--json", other, "--plan", plan, "-o", output)
                .requireExit(1);
        assertTrue(mismatch.out().contains("PLAN_MISMATCH"), mismatch::toString);
        Files.writeString(plan, Files.readString(plan).replace("\"tracks\"", "\"trucks\""));
        Outcome invalid = Garim.run("render", "--json", clip, "--plan", plan, "-o", output)
                .requireExit(1);
        assertTrue(invalid.out().contains("PLAN_INVALID"), invalid::toString);
        Garim.run("render", clip, "--plan", folder.resolve("missing.json"), "-o", output)
                .requireExit(1)
                .onlyErrorLine();
        assertFalse(Files.exists(output));
    }

    @Test
    void aPlanIsNotOverwrittenUnlessForced() throws IOException {
        Path clip = SmallClips.tiny(folder.resolve("clip.mp4"));
        Path plan = Files.writeString(folder.resolve("clip.mp4.garim-plan.json"), "reviewed for an hour");
        Garim.run("analyze", "--mask", "face", "--detector", "fast", clip)
                .requireExit(1)
                .onlyErrorLine();
        Path kept = Files.writeString(folder.resolve("clip.masked.mp4.garim-plan.json"), "reviewed");
        Garim.run("mask", "--mask", "face", "--detector", "fast", clip, "--keep-plan")
                .requireExit(1)
                .onlyErrorLine();
        assertTrue(Files.readString(kept).startsWith("reviewed"));
        Garim.run("mask", "--mask", "face", "--detector", "fast", clip, "--keep-plan", "--force")
                .requireExit(0);
        assertTrue(Files.readString(kept).contains("\"sha256\""));
        assertTrue(Files.readString(plan).startsWith("reviewed"));
        Garim.run("analyze", "--mask", "face", "--detector", "fast", "--force", clip)
                .requireExit(0);
        assertTrue(Files.readString(plan).contains("\"sha256\""));
    }
}
