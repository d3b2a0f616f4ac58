package garim.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The commands whose processes are measured.
 *
 * @param home the folder of the launcher
 * @param maskOptions what {@code garim mask} is called with besides input and output
 */
record Commands(Path home, List<String> maskOptions) {
    Commands {
        maskOptions = List.copyOf(maskOptions);
    }

    /** Our own reader and writer and nothing between. */
    List<String> plain(Path clip, Path output) {
        return java("garim.bench.PlainTranscode", clip, output);
    }

    /** The same program without Java. */
    List<String> ffmpeg(Path clip, Path output) {
        return FfmpegProgram.unpacked()
                .transcode(clip, output, MaskChoice.of(maskOptions).write(output));
    }

    /** The product as a user starts it. */
    List<String> mask(Path clip, Path output) {
        List<String> command =
                new ArrayList<>(List.of(home.resolve("garim").toString(), "mask", "--json", "--timings"));
        command.addAll(maskOptions);
        command.addAll(List.of("--force", "-o", output.toString(), clip.toString()));
        return command;
    }

    /** A class of this module, in a Java as the launcher starts it, without its class archive: that saves it a moment. */
    private List<String> java(String mainClass, Path clip, Path output) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-Xmx1g",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                mainClass,
                clip.toString(),
                output.toString()));
        command.addAll(maskOptions);
        return command;
    }
}
