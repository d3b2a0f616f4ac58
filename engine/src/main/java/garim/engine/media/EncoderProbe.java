package garim.engine.media;

import static org.bytedeco.ffmpeg.global.avcodec.avcodec_alloc_context3;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_encoder_by_name;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_open2;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUV420P;

import garim.engine.frame.Trial;
import java.util.List;
import java.util.Objects;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.global.avcodec;

/**
 * An encoder probe tells which encoders of the hardware this machine has, by opening them.
 *
 * <p>Only those are tried that take pictures from ordinary memory. No machine with such an encoder was at hand when this was
 * written: that an encoder opens is all that is known of it.
 */
public final class EncoderProbe {
    /** The likeliest to be fast first. */
    private static final List<String> CANDIDATES =
            List.of("h264_nvenc", "h264_videotoolbox", "h264_mf", "h264_v4l2m2m");

    private static final int WIDTH = 640;
    private static final int HEIGHT = 368;
    private static final int RATE = 25;

    private EncoderProbe() {}

    /**
     * Which encoder writes, and why not a faster one.
     *
     * @param encoder its name
     * @param refused encoders of the hardware that cannot be used, where none can
     */
    public record Choice(String encoder, List<Trial> refused) {
        public Choice {
            Objects.requireNonNull(encoder);
            refused = List.copyOf(refused);
        }
    }

    /** Tries all of them. */
    public static List<Trial> all() {
        Libav.load();
        return CANDIDATES.stream().map(EncoderProbe::attempt).toList();
    }

    /** The first that works; the encoder of the library where none does. */
    public static Choice best() {
        List<Trial> tried = all();
        return tried.stream()
                .filter(Trial::isUsable)
                .findFirst()
                .map(works -> new Choice(works.name(), List.of()))
                .orElseGet(() -> new Choice(WriteSettings.DEFAULT_ENCODER, tried));
    }

    private static Trial attempt(String name) {
        AVCodec encoder = avcodec_find_encoder_by_name(name);
        if (encoder == null || encoder.isNull()) {
            return Trial.absent(name, "not in this library");
        }
        try (NativeScope scope = new NativeScope()) {
            AVCodecContext codec = scope.own(avcodec_alloc_context3(encoder), avcodec::avcodec_free_context);
            codec.width(WIDTH).height(HEIGHT).pix_fmt(AV_PIX_FMT_YUV420P);
            codec.time_base(Libav.toNative(new Rational(1, RATE), scope));
            int opened = avcodec_open2(codec, encoder, (AVDictionary) null);
            return opened < 0 ? Trial.fails(name, Libav.errorText(opened)) : Trial.works(name);
        }
    }
}
