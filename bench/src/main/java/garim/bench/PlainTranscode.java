package garim.bench;

import garim.engine.frame.Frame;
import garim.engine.media.VideoReader;
import garim.engine.media.VideoWriter;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A plain transcode reads a clip and writes it again with the engine's reader and writer and changes nothing.
 *
 * <p>Run as a process of its own: {@code CLIP OUTPUT [MASK OPTIONS]}. As in the product, one thread reads and one writes.
 */
final class PlainTranscode {
    private static final int UNDER_WAY = 4;

    private PlainTranscode() {}

    /** Transcodes and prints the number of frames. */
    public static void main(String[] args) {
        List<String> options = Arrays.asList(args).subList(2, args.length);
        System.out.println(run(Path.of(args[0]), Path.of(args[1]), MaskChoice.of(options)));
    }

    private static int run(Path clip, Path output, MaskChoice choice) {
        try (VideoReader reader = VideoReader.open(clip);
                VideoWriter writer = VideoWriter.create(output, clip, reader.info(), choice.write(output));
                FrameLine<Frame> line = new FrameLine<>(1, UNDER_WAY, reader::recycle)) {
            for (Optional<Frame> next = reader.read(); next.isPresent(); next = reader.read()) {
                Frame frame = next.get();
                line.submit(() -> {
                    writer.write(frame);
                    return frame;
                });
            }
            line.drain();
            return writer.finish(reader.report().lastDuration()).frames();
        }
    }
}
