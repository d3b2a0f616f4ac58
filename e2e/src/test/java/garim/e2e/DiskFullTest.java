package garim.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A full disk is told in one sentence, leaves no output, and when there is room the same command goes on. */
final class DiskFullTest {
    @TempDir
    private Path folder;

    private Path disk = Path.of("");
    private boolean mounted;

    @BeforeEach
    void mountsASmallDisk() throws IOException {
        disk = Files.createDirectory(folder.resolve("disk"));
        mounted = run("mount", "-t", "tmpfs", "-o", "size=256k", "tmpfs", disk.toString()) == 0;
        assumeTrue(mounted, "this user may not mount a small disk");
    }

    @AfterEach
    void unmountsIt() {
        if (mounted) {
            assertEquals(0, run("umount", disk.toString()));
        }
    }

    private int run(String... command) {
        try {
            return Program.start(List.of(command), folder, Map.of()).await().exitCode();
        } catch (java.io.UncheckedIOException e) {
            return -1;
        }
    }

    private Outcome mask(Path clip, Path output) {
        return Garim.run("mask", "--json", "--mask", "face", "--detector", "fast", "--every", 100, clip, "-o", output);
    }

    @Test
    void saysSoLeavesNoOutputAndGoesOnWhenThereIsRoom() throws IOException {
        Path clip = SmallClips.longOne(folder.resolve("clip.mp4"));
        Path output = disk.resolve("out.mp4");
        Outcome outcome = mask(clip, output).requireExit(1);
        assertEquals(
                "OUTPUT_FAILED",
                outcome.events("failed").getFirst().path("code").asText());
        assertTrue(outcome.out().contains("No space left"), outcome::toString);
        assertFalse(outcome.out().contains("garim-work"), outcome::toString);
        try (var left = Files.list(disk)) {
            assertEquals(List.of(disk.resolve(".out.mp4.garim-work")), left.toList());
        }
        assertEquals(0, run("mount", "-o", "remount,size=200m", disk.toString()));
        mask(clip, output).requireExit(0);
        assertEquals(1500, Probe.of(output).times().size());
    }
}
