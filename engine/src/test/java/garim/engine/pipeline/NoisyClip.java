package garim.engine.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.bytedeco.javacpp.Loader;

/** A small noisy clip of 205 frames in 41 seconds, in whatever codec a test wants. */
final class NoisyClip {
    static final int FRAMES = 205;

    private NoisyClip() {}

    /** Makes the clip; the codec is said in options of ffmpeg, separated by single spaces. */
    static Path make(Path file, String codec) {
        String source = "-f lavfi -i testsrc2=size=160x120:rate=5:duration=41,noise=alls=10:allf=t,format=yuv420p ";
        List<String> command = Stream.concat(
                        Stream.of(Loader.load(org.bytedeco.ffmpeg.ffmpeg.class), "-v", "error", "-y"),
                        Stream.of((source + codec + " " + file).split(" ")))
                .toList();
        try {
            assertEquals(0, new ProcessBuilder(command).inheritIO().start().waitFor());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        return file;
    }
}
