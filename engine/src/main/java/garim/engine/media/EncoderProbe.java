package garim.engine.media;

import static org.bytedeco.ffmpeg.global.avcodec.avcodec_alloc_context3;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_encoder_by_name;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_open2;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUV420P;

import java.util.List;
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
     * What came of a try.
     *
     * @param encoder its name
     * @param works true when it opened
     * @param detail why it did not; empty when it did
     */
    public record Outcome(String encoder, boolean works, String detail) {}

    /** Tries all of them. */
    public static List<Outcome> all() {
        Libav.load();
        return CANDIDATES.stream().map(EncoderProbe::attempt).toList();
    }

    /** The first that works; the encoder of the library where none does. */
    public static String best() {
        return all().stream()
                .filter(Outcome::works)
                .map(Outcome::encoder)
                .findFirst()
                .orElse(WriteSettings.DEFAULT_ENCODER);
    }

    private static Outcome attempt(String name) {
        AVCodec encoder = avcodec_find_encoder_by_name(name);
        if (encoder == null || encoder.isNull()) {
            return new Outcome(name, false, "not in this library");
        }
        try (NativeScope scope = new NativeScope()) {
            AVCodecContext codec = scope.own(avcodec_alloc_context3(encoder), avcodec::avcodec_free_context);
            codec.width(WIDTH).height(HEIGHT).pix_fmt(AV_PIX_FMT_YUV420P);
            codec.time_base(Libav.toNative(new Rational(1, RATE), scope));
            int opened = avcodec_open2(codec, encoder, (AVDictionary) null);
            return opened < 0 ? new Outcome(name, false, Libav.errorText(opened)) : new Outcome(name, true, "");
        }
    }
}
