package garim.bench;

import garim.engine.media.WriteSettings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.ffmpeg.ffmpeg;
import org.bytedeco.javacpp.Loader;

/** The ffmpeg program is the executable from the native library that the engine uses, unpacked by its loader. */
final class FfmpegProgram {
    private static final String KEY_EVERY_2_SECONDS = "expr:gte(t,n_forced*2)";

    private final String executable;

    private FfmpegProgram(String executable) {
        this.executable = executable;
    }

    /** Unpacks the program, if that was not done before. */
    static FfmpegProgram unpacked() {
        return new FfmpegProgram(Loader.load(ffmpeg.class));
    }

    /** Transcodes the pictures as the engine's encoder is set: constant quantizer, one thread, a key frame every 2 s. */
    List<String> transcode(Path clip, Path output, WriteSettings write) {
        String quantizer = String.valueOf(write.quantizer());
        List<String> command = new ArrayList<>(start());
        command.addAll(List.of("-noautorotate", "-threads", "1", "-i", clip.toString()));
        command.addAll(List.of("-map", "0:v:0", "-an", "-fps_mode", "passthrough", "-pix_fmt", "yuv420p"));
        command.addAll(List.of("-c:v", write.encoder(), "-threads", "1", "-slices", "1", "-bf", "0"));
        command.addAll(List.of("-rc_mode", "quality", "-qmin", quantizer, "-qmax", quantizer, "-b:v", "4M"));
        command.addAll(List.of("-profile:v", "high", "-coder", "cabac", "-allow_skip_frames", "0"));
        command.addAll(List.of("-force_key_frames", KEY_EVERY_2_SECONDS, "-g", "10000"));
        command.addAll(List.of("-movflags", "+faststart", output.toString()));
        return command;
    }

    /** Copies the packets of a clip a number of times into one file. */
    List<String> loop(Path clip, Path output, int times) {
        List<String> command = new ArrayList<>(start());
        command.addAll(List.of("-stream_loop", String.valueOf(times - 1), "-i", clip.toString()));
        command.addAll(List.of("-map", "0:v:0", "-c", "copy", output.toString()));
        return command;
    }

    private List<String> start() {
        return List.of(executable, "-nostdin", "-hide_banner", "-v", "error", "-y");
    }
}
