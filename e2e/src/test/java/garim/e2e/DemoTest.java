package garim.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The demonstration needs no file of the user's and shows what is covered. */
final class DemoTest {
    @Test
    void masksItsOwnSceneAndShowsIt(@TempDir Path folder) throws IOException {
        Path out = folder.resolve("deep/demo");
        Outcome outcome = Garim.run("demo", "--json", "-o", out).requireExit(0);
        JsonNode demo = outcome.events("demo").getFirst();
        assertTrue(demo.path("evaluation").isObject(), demo::toString);
        Probe before = Probe.of(out.resolve("clips/before.mp4"));
        Probe after = Probe.of(out.resolve("after.mp4"));
        assertEquals(before.times().size(), after.times().size());
        assertTrue(Objects.requireNonNull(
                                ImageIO.read(out.resolve("before-after.png").toFile()))
                        .getWidth()
                > 1000);
        assertTrue(Files.size(out.resolve("annotations.csv")) > 0);
    }
}
