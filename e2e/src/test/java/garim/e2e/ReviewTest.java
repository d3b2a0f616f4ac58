package garim.e2e;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several people review one plan, and nothing that one of them did is ever lost. */
final class ReviewTest {
    @TempDir
    private Path folder;

    private Path plan() {
        Path clip = SmallClips.tiny(folder.resolve("clip.mp4"));
        Garim.run("analyze", "--mask", "zone", "--zone", "10,10,50,50", clip).requireExit(0);
        return folder.resolve("clip.mp4.garim-plan.json");
    }

    private static Object[] mask(Path plan, String by) {
        return new Object[] {"decide", plan, "--mask", 1, "--reason", "other", "--by", by};
    }

    @Test
    void whoDecidesAtTheSameTimeIsHeardToo() throws IOException {
        Path plan = plan();
        List<Program> reviewers;
        try (FileChannel channel = FileChannel.open(plan, StandardOpenOption.WRITE);
                FileLock lock = channel.lock()) {
            assertTrue(lock.isValid());
            reviewers = Stream.of("Kim", "Lee", "Park")
                    .map(by -> Garim.startHearingSignals(mask(plan, by)))
                    .toList();
        }
        reviewers.forEach(reviewer -> reviewer.await().requireExit(0));
        String history = Garim.run("log", plan, "--history").requireExit(0).out();
        assertEquals(4, history.lines().count(), history);
        assertTrue(Stream.of("Kim", "Lee", "Park").allMatch(by -> history.contains("," + by + ",")), history);
    }

    @Test
    void aReviewerWhoIsKilledLeavesThePlanAsItWas() throws IOException {
        Path plan = plan();
        byte[] before = Files.readAllBytes(plan);
        try (FileChannel channel = FileChannel.open(plan, StandardOpenOption.WRITE);
                FileLock lock = channel.lock();
                Program reviewer = Garim.startHearingSignals(mask(plan, "Kim"))) {
            assertTrue(lock.isValid());
            reviewer.signal("KILL");
        }
        assertArrayEquals(before, Files.readAllBytes(plan));
        Garim.run(mask(plan, "Lee")).requireExit(0);
        assertTrue(Garim.run("log", plan, "--history").requireExit(0).out().contains("Lee"));
    }
}
