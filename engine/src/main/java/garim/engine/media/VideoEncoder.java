package garim.engine.media;

import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_FLAG_BITEXACT;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_FLAG_GLOBAL_HEADER;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_FLAG_QSCALE;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_alloc_context3;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_encoder_by_name;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_get_name;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_open2;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_receive_packet;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_send_frame;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_RANGE_JPEG;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_RANGE_MPEG;
import static org.bytedeco.ffmpeg.global.avutil.AV_PICTURE_TYPE_I;
import static org.bytedeco.ffmpeg.global.avutil.AV_PICTURE_TYPE_NONE;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUV420P;
import static org.bytedeco.ffmpeg.global.avutil.FF_QP2LAMBDA;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_get_buffer;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_make_writable;

import garim.engine.frame.EngineException;
import garim.engine.frame.ErrorCode;
import garim.engine.frame.Frame;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Map;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avutil;

/**
 * A video encoder turns frames into packets in the same order, one packet for each frame.
 *
 * <p>Inside, frames are numbered instead of timed, because some encoders refuse fine time bases.
 */
final class VideoEncoder {
    private static final String OPENH264 = "libopenh264";
    private static final String BIG_PICTURE_ENCODER = "mpeg4";
    private static final long OPENH264_MAX_PIXELS = 9_437_184;
    private static final Tuning FOR_FILES = new Tuning(2, "high", "cabac");
    private static final int MAX_RATE = 240;
    private static final int RATE_SCALE = 1000;
    private static final long NOMINAL_BITS_PER_SECOND = 4_000_000;

    /**
     * What is spent on a picture.
     *
     * @param keySeconds from one key picture to the next
     * @param profile of H.264
     * @param coder of H.264, {@code cabac} for fewer bytes or {@code cavlc} for less work
     */
    record Tuning(double keySeconds, String profile, String coder) {}

    private final Path output;
    private final MediaInfo info;
    private final WriteSettings settings;
    private final Tuning tuning;
    private final String name;
    private final AVCodecContext codec;
    private final AVFrame picture;
    private long sent;
    private long lastKeyPts;
    private boolean isKeyWanted;

    VideoEncoder(Path output, MediaInfo info, WriteSettings settings, NativeScope scope) {
        this(output, info, settings, FOR_FILES, scope);
    }

    VideoEncoder(Path output, MediaInfo info, WriteSettings settings, Tuning tuning, NativeScope scope) {
        this.output = output;
        this.info = info;
        this.settings = settings;
        this.tuning = tuning;
        name = nameFor(settings.encoder());
        AVCodec encoder = avcodec_find_encoder_by_name(name);
        if (encoder == null || encoder.isNull()) {
            throw failed("there is no encoder named " + name);
        }
        codec = scope.own(avcodec_alloc_context3(encoder), avcodec::avcodec_free_context);
        describe(scope);
        tune();
        int opened = avcodec_open2(codec, encoder, Libav.dictionary(options(), scope));
        if (opened < 0) {
            throw failed("the encoder " + name + " refuses pictures of " + codec.width() + "x" + codec.height());
        }
        picture = scope.own(av_frame_alloc(), avutil::av_frame_free);
        picture.format(AV_PIX_FMT_YUV420P).width(codec.width()).height(codec.height());
        av_frame_get_buffer(picture, 0);
    }

    private String nameFor(String wanted) {
        boolean tooBig = (long) even(info.width()) * even(info.height()) > OPENH264_MAX_PIXELS;
        return tooBig && wanted.equals(OPENH264) ? BIG_PICTURE_ENCODER : wanted;
    }

    private static int even(int side) {
        return side + (side & 1);
    }

    private void describe(NativeScope scope) {
        Rational rate = rate();
        int frames = rate.numerator();
        int span = rate.denominator();
        codec.width(even(info.width())).height(even(info.height())).pix_fmt(AV_PIX_FMT_YUV420P);
        codec.framerate(Libav.toNative(rate, scope));
        codec.time_base(Libav.toNative(new Rational(span, frames), scope));
        codec.sample_aspect_ratio(Libav.toNative(info.sampleAspect(), scope));
        Colors colors = info.colors();
        codec.color_range(colors.fullRange() ? AVCOL_RANGE_JPEG : AVCOL_RANGE_MPEG);
        codec.color_primaries(colors.primaries()).color_trc(colors.transfer()).colorspace(colors.matrix());
    }

    private Rational rate() {
        return rateOf(info);
    }

    /** The nominal rate within what every encoder takes. */
    static Rational rateOf(MediaInfo info) {
        Rational rate = info.frameRate();
        boolean plain = rate.value() <= MAX_RATE
                && rate.value() >= 1
                && Math.max(rate.numerator(), rate.denominator()) <= MAX_RATE * RATE_SCALE / 4;
        if (plain) {
            return rate;
        }
        double bounded = Math.clamp(rate.value(), 1, MAX_RATE);
        return new Rational((int) Math.round(bounded * RATE_SCALE), RATE_SCALE);
    }

    private void tune() {
        codec.thread_count(1).slices(1).max_b_frames(0);
        codec.gop_size(Math.max(1, (int) (tuning.keySeconds() * rate().value())));
        codec.flags(codec.flags() | AV_CODEC_FLAG_GLOBAL_HEADER | AV_CODEC_FLAG_BITEXACT);
        // Equal bounds make the quantizer constant; the bit rate is then only formal.
        if (name.equals(OPENH264)) {
            codec.qmin(settings.quantizer()).qmax(settings.quantizer()).bit_rate(NOMINAL_BITS_PER_SECOND);
        }
        if (name.equals(BIG_PICTURE_ENCODER)) {
            codec.flags(codec.flags() | AV_CODEC_FLAG_QSCALE).global_quality(mpeg4Scale() * FF_QP2LAMBDA);
        }
    }

    /** The MPEG-4 quantizer scale whose step is closest to that of the H.264 quantizer. */
    private int mpeg4Scale() {
        double h264Step = 0.625 * Math.pow(2, settings.quantizer() / 6.0);
        return Math.clamp(Math.round(h264Step / 2), 2, 31);
    }

    private Map<String, String> options() {
        return switch (name) {
            case OPENH264 ->
                Map.of(
                        "rc_mode",
                        "quality",
                        "profile",
                        tuning.profile(),
                        "coder",
                        tuning.coder(),
                        "allow_skip_frames",
                        "0");
            case "h264_nvenc" -> Map.of("rc", "constqp", "qp", String.valueOf(settings.quantizer()));
            case "libx264" -> Map.of("preset", "veryfast", "crf", String.valueOf(settings.quantizer()));
            default -> Map.of();
        };
    }

    /** Makes the next frame a key picture. */
    void wantKey() {
        isKeyWanted = true;
    }

    /** Hands a frame to the encoder. */
    void send(Frame frame) {
        requireDone(av_frame_make_writable(picture));
        PlaneCopy.intoPadded(frame.luma(), picture, 0, codec.width(), codec.height());
        PlaneCopy.intoPadded(frame.cb(), picture, 1, codec.width() / 2, codec.height() / 2);
        PlaneCopy.intoPadded(frame.cr(), picture, 2, codec.width() / 2, codec.height() / 2);
        boolean key =
                sent == 0 || isKeyWanted || info.timeBase().seconds(frame.pts() - lastKeyPts) >= tuning.keySeconds();
        lastKeyPts = key ? frame.pts() : lastKeyPts;
        isKeyWanted = false;
        picture.pict_type(key ? AV_PICTURE_TYPE_I : AV_PICTURE_TYPE_NONE);
        picture.pts(sent++);
        requireDone(avcodec_send_frame(codec, picture));
    }

    /** Tells the encoder that no frame follows. */
    void end() {
        requireDone(avcodec_send_frame(codec, null));
    }

    /** Takes the next packet; false when another frame is needed first. */
    boolean receive(AVPacket packet) {
        return avcodec_receive_packet(codec, packet) >= 0;
    }

    /**
     * What is to be known before the first packet.
     *
     * @param timeBase of the times that the packets will get
     */
    CodedStream stream(Rational timeBase) {
        byte[] setup = Libav.bytes(codec.extradata(), codec.extradata_size());
        String kind = avcodec_get_name(codec.codec_id()).getString();
        return new CodedStream(kind, codec.width(), codec.height(), timeBase, ByteBuffer.wrap(setup));
    }

    AVCodecContext codec() {
        return codec;
    }

    String name() {
        return name;
    }

    private void requireDone(int result) {
        if (result < 0) {
            throw failed("the encoder " + name + " failed (" + Libav.errorText(result) + ")");
        }
    }

    private EngineException failed(String detail) {
        return new EngineException(ErrorCode.OUTPUT_FAILED, output.toString(), detail);
    }
}
