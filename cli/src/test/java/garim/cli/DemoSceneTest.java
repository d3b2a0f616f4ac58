package garim.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import garim.cli.evaluate.TruthReader;
import garim.cli.scene.SceneSource;
import garim.engine.media.VideoReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DemoSceneTest {
    @Test
    void writesAClipWithTheTruthOfEveryFrame(@TempDir Path folder) throws IOException {
        DemoScene demo = DemoScene.write(folder, SceneSource.demo(DemoSceneTest.class.getClassLoader()));
        int frames = demo.scene().shape().frameCount();
        try (VideoReader reader = VideoReader.open(demo.before())) {
            assertEquals(demo.scene().shape().width(), reader.info().width());
            int read = 0;
            while (reader.skip()) {
                read++;
            }
            assertEquals(frames, read);
        }
        var clips = TruthReader.clips(folder.resolve("annotations.csv"), folder.resolve("scope.csv"));
        assertEquals(1, clips.size());
        assertEquals(frames, clips.getFirst().frames().size());
        assertTrue(clips.getFirst().frames().stream()
                .anyMatch(frame -> frame.targets().size() > 3));
        Files.copy(demo.before(), demo.after());
        demo.writeStrip();
        assertTrue(Files.size(demo.strip()) > 1000);
    }
}
