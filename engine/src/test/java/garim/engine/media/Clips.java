package garim.engine.media;

import static org.junit.jupiter.api.Assertions.assertEquals;

import garim.engine.frame.Frame;
import garim.engine.frame.Plane;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.bytedeco.ffmpeg.ffmpeg;
import org.bytedeco.ffmpeg.ffprobe;
import org.bytedeco.javacpp.Loader;

/** Makes small clips with the {@code ffmpeg} program of the native library, and looks at files independently. */
final class Clips {
    private Clips() {}

    /** A timestamped fingerprint of a frame. */
    record Print(long pts, long hash) {}

    /** Everything a reader gives for a file. */
    record Reading(MediaInfo info, List<Print> frames, ReadReport report) {
        List<Double> seconds() {
            return frames.stream().map(f -> info.timeBase().seconds(f.pts())).toList();
        }
    }

    static Path make(Path target, String arguments) {
        run(Stream.of(
                        Stream.of(Loader.load(ffmpeg.class), "-v", "error", "-y"),
                        Stream.of(arguments.split(" ")),
                        Stream.of(target.toString()))
                .flatMap(s -> s)
                .toList());
        return target;
    }

    /** A moving test picture, seconds at a size and rate. */
    static String picture(String size, int rate, String seconds) {
        // The source itself only makes even sizes.
        String shown = ",format=yuv444p,scale=" + size.replace('x', ':');
        return "-f lavfi -i testsrc2=size=320x240:rate=" + rate + ":duration=" + seconds + shown;
    }

    /** Frames of the first video stream that another program decodes. */
    static int countFrames(Path file) {
        return frameCounts(file).stream().findFirst().orElse(0);
    }

    /** Frames of every video stream that another program decodes. */
    static List<Integer> frameCounts(Path file) {
        String text = probe(file, "-threads 1 -select_streams v -count_frames -show_entries stream=nb_read_frames");
        return text.lines()
                .filter(line -> line.matches("\\d+"))
                .map(Integer::valueOf)
                .toList();
    }

    /** The kind of every stream that another program finds: {@code video}, {@code subtitle} and so on. */
    static List<String> streamKinds(Path file) {
        return probe(file, "-show_entries stream=codec_type")
                .lines()
                .filter(line -> !line.isBlank())
                .toList();
    }

    static long countKeyFrames(Path file) {
        String text = probe(file, "-select_streams v:0 -show_entries packet=flags");
        return text.lines().filter(line -> line.startsWith("K")).count();
    }

    /** Checksums of all packets of the first sound track. */
    static List<String> audioSums(Path file) {
        String text = probe(file, "-select_streams a:0 -show_data_hash md5 -show_entries packet=data_hash");
        return text.lines().filter(line -> line.startsWith("MD5")).toList();
    }

    static double firstAudioSeconds(Path file) {
        return audioTimes(file).getFirst();
    }

    /** From the first to the last packet of the first sound track. */
    static double audioSeconds(Path file) {
        return audioTimes(file).getLast() - audioTimes(file).getFirst();
    }

    private static List<Double> audioTimes(Path file) {
        String text = probe(file, "-select_streams a:0 -show_entries packet=pts_time");
        return text.lines()
                .filter(line -> line.matches("-?[0-9.]+"))
                .map(Double::valueOf)
                .toList();
    }

    private static String probe(Path file, String arguments) {
        return run(Stream.of(
                        Stream.of(Loader.load(ffprobe.class), "-v", "quiet"),
                        Stream.of(arguments.split(" ")),
                        Stream.of("-of", "default=nk=1:nw=1", file.toString()))
                .flatMap(s -> s)
                .toList());
    }

    static Reading read(Path file) {
        try (VideoReader reader = VideoReader.open(file)) {
            List<Print> frames = new ArrayList<>();
            Optional<Frame> next = reader.read();
            while (next.isPresent()) {
                assertEquals(frames.size(), next.get().index());
                frames.add(new Print(next.get().pts(), hash(next.get())));
                reader.recycle(next.get());
                next = reader.read();
            }
            return new Reading(reader.info(), frames, reader.report());
        }
    }

    static WriteReport copy(Path source, Path target, WriteSettings settings) {
        try (VideoReader reader = VideoReader.open(source);
                VideoWriter writer = VideoWriter.create(target, source, reader.info(), settings)) {
            Optional<Frame> next = reader.read();
            while (next.isPresent()) {
                writer.write(next.get());
                reader.recycle(next.get());
                next = reader.read();
            }
            return writer.finish(reader.report().lastDuration());
        }
    }

    static WriteReport copy(Path source, Path target) {
        return copy(source, target, WriteSettings.forFile(target));
    }

    static long hash(Frame frame) {
        CRC32 sum = new CRC32();
        Stream.of(frame.luma(), frame.cb(), frame.cr()).map(Clips::samples).forEach(sum::update);
        return sum.getValue();
    }

    static byte[] samples(Plane plane) {
        byte[] all = new byte[plane.width() * plane.height()];
        for (int y = 0; y < plane.height(); y++) {
            plane.bytes().get(y * plane.stride(), all, y * plane.width(), plane.width());
        }
        return all;
    }

    private static String run(List<String> command) {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            boolean failed = process.waitFor() != 0;
            if (failed && command.getFirst().endsWith("ffmpeg")) {
                throw new AssertionError(String.join(" ", command) + "\n" + text);
            }
            return text;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
