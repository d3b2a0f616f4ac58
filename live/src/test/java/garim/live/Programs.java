package garim.live;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.ffmpeg.ffmpeg;
import org.bytedeco.ffmpeg.ffprobe;
import org.bytedeco.javacpp.Loader;

/** The programs {@code ffmpeg} and {@code ffprobe} of the native library: they make inputs and look at outputs, independently. */
public final class Programs {
    private Programs() {}

    /** Starts ffmpeg; {@code arguments} are separated by single spaces. */
    public static Process ffmpeg(Path log, String arguments) {
        List<String> command = new ArrayList<>(List.of(Loader.load(ffmpeg.class), "-v", "error", "-nostdin", "-y"));
        command.addAll(List.of(arguments.split(" ")));
        try {
            return new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Makes a file with ffmpeg. */
    public static Path make(Path target, String arguments) {
        run(List.of(Loader.load(ffmpeg.class), "-v", "error", "-y"), arguments, target.toString());
        return target;
    }

    /** MD5 of every picture that ffmpeg decodes of a file. */
    public static List<String> pictures(Path file) {
        return run(
                        List.of(Loader.load(ffmpeg.class), "-v", "error", "-threads", "1", "-i", file.toString()),
                        "-map 0:v:0 -fps_mode passthrough -f framemd5",
                        "-")
                .lines()
                .filter(line -> !line.startsWith("#") && line.indexOf(',') > 0)
                .map(line -> line.substring(line.lastIndexOf(',') + 1).strip())
                .toList();
    }

    /** Seconds at which the pictures of a file are shown, as ffprobe finds them. */
    public static List<Double> seconds(Path file) {
        return run(
                        List.of(Loader.load(ffprobe.class), "-v", "error", "-threads", "1"),
                        "-select_streams v:0 -show_entries frame=best_effort_timestamp_time -of default=nk=1:nw=1",
                        file.toString())
                .lines()
                .filter(line -> line.matches("-?[0-9.]+"))
                .map(Double::valueOf)
                .toList();
    }

    private static String run(List<String> head, String arguments, String last) {
        List<String> command = new ArrayList<>(head);
        command.addAll(List.of(arguments.split(" ")));
        command.add(last);
        try {
            Process process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertEquals(0, process.waitFor(), () -> String.join(" ", command));
            return text;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
