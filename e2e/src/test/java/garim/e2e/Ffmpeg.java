package garim.e2e;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bytedeco.ffmpeg.ffmpeg;
import org.bytedeco.ffmpeg.ffprobe;
import org.bytedeco.javacpp.Loader;

/** The programs {@code ffmpeg} and {@code ffprobe}: they make the inputs and read the outputs, independently of Garim. */
final class Ffmpeg {
    private Ffmpeg() {}

    /**
     * Makes a file.
     *
     * @param arguments separated by single spaces; {@code @} stands for the input file
     */
    static Path make(Path input, String arguments, Path output) {
        List<String> command = new ArrayList<>(List.of(Loader.load(ffmpeg.class), "-v", "error", "-y"));
        for (String argument : arguments.split(" ", -1)) {
            command.add(argument.equals("@") ? input.toString() : argument);
        }
        command.add(output.toString());
        run(command);
        return output;
    }

    /** What ffprobe says about a file, as JSON. */
    static String probe(Path file, String arguments) {
        List<String> command = new ArrayList<>(List.of(Loader.load(ffprobe.class), "-v", "quiet", "-of", "json"));
        command.addAll(List.of(arguments.split(" ", -1)));
        command.add(file.toString());
        return run(command).out();
    }

    /** Time and checksum of every decoded picture of a file, line by line. */
    static String frameSums(Path file) {
        return run(List.of(
                        Loader.load(ffmpeg.class),
                        "-v",
                        "error",
                        "-i",
                        file.toString(),
                        "-map",
                        "0:v",
                        "-f",
                        "framemd5",
                        "-"))
                .out();
    }

    /** True when an address can be opened by ffprobe. */
    static boolean canOpen(String address) {
        List<String> command = List.of(Loader.load(ffprobe.class), "-v", "quiet", "-rtsp_transport", "tcp", address);
        return Program.start(command, Path.of("."), Map.of()).await().exitCode() == 0;
    }

    private static Outcome run(List<String> command) {
        return Program.start(command, Path.of("."), Map.of()).await().requireExit(0);
    }
}
