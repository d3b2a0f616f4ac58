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
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Real odd files that lie beside the repository on the machines of the project. */
final class SharedOddMediaTest {
    private static final Path SHARED =
            Garim.HOME.resolve("../shared/evaldata/odd-media").normalize();

    /** Files that nobody can read. */
    private static final List<String> HOPELESS = List.of("empty_0bytes.mp4", "text_named.mp4", "encrypted_no_moov.mp4");

    /** Files of a bare stream, and files whose damage makes two frames claim the same time. */
    private static final List<String> WITHOUT_CLEAR_TIMES = List.of("raw_annexb.h264", "packetloss_2pct.ts");

    /** Which video stream of a file is the default or the largest one, where it is not the first. */
    private static final Map<String, Integer> LARGEST = Map.of("torchcodec_nasa.mp4", 1);

    static Stream<Path> files() throws IOException {
        if (!Files.isDirectory(SHARED)) {
            return Stream.of(SHARED);
        }
        try (Stream<Path> all = Files.walk(SHARED)) {
            return all
                    .filter(Files::isRegularFile)
                    .filter(file -> !file.getFileName().toString().startsWith("speed_"))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void endsInAWholeMaskedCopyOrInOneSentence(Path file, @TempDir Path folder) {
        assumeTrue(Files.isRegularFile(file), "the shared odd files are not beside this repository");
        String name = file.getFileName().toString();
        Path output = folder.resolve(name.endsWith("mkv") ? "out.mkv" : "out.mp4");
        String every = name.startsWith("uhd") ? "10" : "5";
        Outcome outcome = Garim.run(
                "mask", "--json", "--mask", "face", "--detector", "fast", "--every", every, file, "-o", output);
        if (HOPELESS.contains(name)) {
            outcome.requireExit(1);
            assertEquals(1, outcome.events("failed").size());
            assertFalse(Files.exists(output));
        } else {
            // what second eyes make of it is not asked here
            assertTrue(Set.of(0, 3).contains(outcome.exitCode()), outcome::toString);
            requireSameFrames(name, Probe.of(file, LARGEST.getOrDefault(name, 0)), Probe.of(output));
            assertTrue(name.endsWith("mkv") || Probe.hasIndexFirst(output));
        }
    }

    private static void requireSameFrames(String name, Probe before, Probe after) {
        assertEquals(before.times().size(), after.times().size());
        assertEquals(before.rotation(), after.rotation());
        assertEquals(before.fullRange(), after.fullRange());
        assertEquals(0, after.soundStreams());
        if (!WITHOUT_CLEAR_TIMES.contains(name)) {
            for (int i = 0; i < before.times().size(); i++) {
                Probe.Time expected = before.times().get(i);
                Probe.Time actual = after.times().get(i);
                assertTrue(actual.isSame(expected), "frame " + i + ": " + actual + " instead of " + expected);
            }
        }
    }
}
