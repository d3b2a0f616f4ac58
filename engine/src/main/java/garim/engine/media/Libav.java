package garim.engine.media;

import static org.bytedeco.ffmpeg.global.avutil.AV_LOG_QUIET;
import static org.bytedeco.ffmpeg.global.avutil.AV_NOPTS_VALUE;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_set;
import static org.bytedeco.ffmpeg.global.avutil.av_log_set_level;
import static org.bytedeco.ffmpeg.global.avutil.av_strerror;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.OptionalLong;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Pointer;

/** The few words that all parts need to speak with libav. */
final class Libav {
    private static final int TEXT_BYTES = 128;

    private Libav() {}

    /** Loads the native library and silences its own log, which would else go to standard error. */
    static void load() {
        av_log_set_level(AV_LOG_QUIET);
    }

    /** A path as libav takes it; the scheme keeps names with a colon from being read as a protocol. */
    static String url(Path path) {
        return "file:" + path.toAbsolutePath();
    }

    static String errorText(int code) {
        byte[] text = new byte[TEXT_BYTES];
        av_strerror(code, text, TEXT_BYTES);
        int end = 0;
        while (end < TEXT_BYTES && text[end] != 0) {
            end++;
        }
        return new String(text, 0, end, StandardCharsets.UTF_8);
    }

    /** A copy of native bytes; empty where there are none. */
    static byte[] bytes(BytePointer source, int size) {
        byte[] copy = new byte[size];
        if (size > 0) {
            source.get(copy);
        }
        return copy;
    }

    static Rational rational(AVRational value, Rational otherwise) {
        return value.num() > 0 && value.den() > 0 ? new Rational(value.num(), value.den()) : otherwise;
    }

    static AVRational toNative(Rational value, NativeScope scope) {
        AVRational made = scope.own(new AVRational(), Pointer::close);
        made.num(value.numerator()).den(value.denominator());
        return made;
    }

    static OptionalLong known(long ticks) {
        return ticks == AV_NOPTS_VALUE ? OptionalLong.empty() : OptionalLong.of(ticks);
    }

    /** A libav dictionary that the scope frees. */
    static AVDictionary dictionary(Map<String, String> entries, NativeScope scope) {
        AVDictionary made = new AVDictionary((Pointer) null);
        entries.forEach((key, value) -> av_dict_set(made, key, value, 0));
        return scope.own(made, avutil::av_dict_free);
    }
}
