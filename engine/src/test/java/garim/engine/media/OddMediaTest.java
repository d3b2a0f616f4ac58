package garim.engine.media;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import garim.engine.frame.EngineException;
import garim.engine.media.Clips.Reading;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Real and damaged recordings from outside the repository, where they are present. */
class OddMediaTest {
    private static final Path ODD_MEDIA = Path.of("../../shared/evaldata/odd-media");

    /** Long or large clips are left to the bench, so that the tests stay short. */
    private static final long MAX_BYTES = 4_000_000;

    @TempDir
    Path folder;

    @TestFactory
    Stream<DynamicTest> everyFileIsCopiedWholeOrRefused() throws IOException {
        assumeTrue(Files.isDirectory(ODD_MEDIA), "the odd media are not beside this repository: " + ODD_MEDIA);
        try (Stream<Path> files = Files.walk(ODD_MEDIA)) {
            List<Path> all = files.filter(Files::isRegularFile).sorted().toList();
            return all.stream()
                    .filter(OddMediaTest::isShort)
                    .map(file -> DynamicTest.dynamicTest(String.valueOf(file.getFileName()), () -> copyOrRefuse(file)));
        }
    }

    private static boolean isShort(Path file) {
        try {
            return Files.size(file) < MAX_BYTES && !file.toString().contains("uhd");
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private void copyOrRefuse(Path file) {
        List<Integer> expected = Clips.frameCounts(file);
        Path target = folder.resolve(file.getFileName() + ".mp4");
        try {
            Clips.copy(file, target, WriteSettings.forFile(target).withAudio(AudioMode.KEEP));
        } catch (EngineException e) {
            assertTrue(e.code().name().startsWith("INPUT_"), e.getMessage());
            assertTrue(expected.isEmpty(), e.getMessage());
            return;
        }
        Reading before = Clips.read(file);
        Reading after = Clips.read(target);
        assertTrue(expected.contains(before.frames().size()), expected + " " + before.report());
        assertEquals(before, Clips.read(file));
        assertEquals(before.seconds(), after.seconds());
        assertEquals(before.info().rotation(), after.info().rotation());
        assertEquals(before.info().colors(), after.info().colors());
    }
}
