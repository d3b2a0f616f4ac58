package garim.engine.media;

import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_FLAG_LOW_DELAY;
import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_FLAG_CORRUPT;
import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_FLAG_KEY;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_alloc_context3;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_decoder;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_get_name;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_open2;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_parameters_to_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_receive_frame;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_send_packet;
import static org.bytedeco.ffmpeg.global.avformat.av_read_frame;
import static org.bytedeco.ffmpeg.global.avformat.avformat_alloc_context;
import static org.bytedeco.ffmpeg.global.avformat.avformat_find_stream_info;
import static org.bytedeco.ffmpeg.global.avformat.avformat_open_input;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EOF;
import static org.bytedeco.ffmpeg.global.avutil.AVMEDIA_TYPE_VIDEO;
import static org.bytedeco.ffmpeg.global.avutil.AV_NOPTS_VALUE;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;

import garim.engine.frame.EngineException;
import garim.engine.frame.ErrorCode;
import garim.engine.frame.Frame;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVIOInterruptCB;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avformat;
import org.bytedeco.ffmpeg.global.avutil;

/**
 * A camera reader gives the coded packets of a camera and the frames decoded from them, as they come.
 *
 * <p>One thread reads; {@link #recycle} and {@link #stop} may be called from others. A frame whose packets were damaged, or
 * that comes after such, is marked as damaged.
 */
public final class CameraReader implements AutoCloseable {
    private static final int MAX_SIDE = 8192;
    private static final int MIN_SIDE = 16;
    private static final double MICROS = 1e6;
    private static final Rational UNKNOWN_TIME_BASE = new Rational(1, 90_000);
    private static final Path SUBJECT = Path.of("camera");

    /** Takes what the camera gives, on the thread that reads. */
    public interface Receiver {
        /** A packet as the camera gave it; its bytes are a copy. */
        void packet(CodedPacket packet);

        /** A frame, to be recycled when it is not needed any more. */
        void frame(Frame frame);
    }

    private final CameraSource source;
    private final FrameMemory memory;
    private final NativeScope scope = new NativeScope();
    private final Patience patience;
    private final AVFormatContext format;
    private final AVStream stream;
    private final AVCodecContext codec;
    private final AVPacket packet;
    private final AVFrame picture;
    private final CodedStream described;
    private volatile Optional<Shape> shape = Optional.empty();
    private boolean isDamaged;
    private int frames;
    private long lastPts = Long.MIN_VALUE;

    /** Frames of one size and sample range. */
    private record Shape(MediaInfo info, PixelCopier copier, FramePool pool, NativeScope scope) {
        boolean fits(AVFrame picture) {
            return info.width() == picture.width()
                    && info.height() == picture.height()
                    && info.colors().fullRange() == (PixelCopier.isFullRange(picture) && !PixelCopier.isRgb(picture));
        }
    }

    private CameraReader(CameraSource source, FrameMemory memory) {
        this.source = source;
        this.memory = memory;
        Libav.load();
        patience = scope.own(new Patience(nanos(source)), Patience::close);
        try {
            format = open();
            stream = video();
            codec = decoder();
            packet = scope.own(av_packet_alloc(), avcodec::av_packet_free);
            picture = scope.own(av_frame_alloc(), avutil::av_frame_free);
            described = describe();
        } catch (EngineException e) {
            close();
            throw e;
        }
    }

    /**
     * Connects to a camera and learns what it gives; takes as long as the source has patience at most.
     *
     * @throws EngineException INPUT_MISSING when it cannot be reached or refuses the login, INPUT_NOT_VIDEO when it gives no
     *     video that can be understood, INPUT_SIZE; none of them holds a password
     */
    public static CameraReader open(CameraSource source) {
        return open(source, new FrameMemory());
    }

    /** As {@link #open(CameraSource)}, with memory that earlier connections to the camera have used. */
    public static CameraReader open(CameraSource source, FrameMemory memory) {
        return new CameraReader(source, memory);
    }

    private static long nanos(CameraSource source) {
        return source instanceof CameraSource.Network network
                ? network.patience().toNanos()
                : Long.MAX_VALUE;
    }

    private AVFormatContext open() {
        AVFormatContext made = avformat_alloc_context();
        made.interrupt_callback(scope.own(patience.callback(), AVIOInterruptCB::close));
        AVDictionary options = Libav.dictionary(options(), scope);
        patience.begin();
        // libav frees what it could not open.
        int opened = avformat_open_input(made, url(), null, options);
        if (opened < 0) {
            throw new EngineException(ErrorCode.INPUT_MISSING, source.toString(), Libav.errorText(opened));
        }
        scope.own(made, avformat::avformat_close_input);
        patience.begin();
        int found = avformat_find_stream_info(made, (AVDictionary) null);
        if (found < 0) {
            throw failed("what it sends could not be understood (" + Libav.errorText(found) + ")");
        }
        return made;
    }

    private String url() {
        return switch (source) {
            case CameraSource.Network network -> network.nativeUrl();
            case CameraSource.Recording(Path file) -> Libav.url(file);
        };
    }

    private Map<String, String> options() {
        if (!(source instanceof CameraSource.Network network)) {
            return Map.of("protocol_whitelist", "file");
        }
        Map<String, String> options = new HashMap<>();
        options.put("protocol_whitelist", "rtsp,rtsps,rtp,udp,tcp,tls");
        options.put("rtsp_transport", network.transport() == CameraSource.Transport.TCP ? "tcp" : "udp");
        options.put("allowed_media_types", "video");
        options.put("timeout", String.valueOf(network.patience().toNanos() / 1000));
        options.put("analyzeduration", "1500000");
        options.put("user_agent", "Garim");
        return options;
    }

    private AVStream video() {
        return IntStream.range(0, format.nb_streams())
                .mapToObj(format::streams)
                .filter(s -> s.codecpar().codec_type() == AVMEDIA_TYPE_VIDEO)
                .findFirst()
                .orElseThrow(() -> failed("it gives no video"));
    }

    private AVCodecContext decoder() {
        AVCodec found = avcodec_find_decoder(stream.codecpar().codec_id());
        if (found == null || found.isNull()) {
            throw failed("no decoder for the codec " + codecName());
        }
        AVCodecContext context = scope.own(avcodec_alloc_context3(found), avcodec::avcodec_free_context);
        avcodec_parameters_to_context(context, stream.codecpar());
        context.pkt_timebase(stream.time_base());
        context.thread_count(1);
        context.flags(context.flags() | AV_CODEC_FLAG_LOW_DELAY);
        if (avcodec_open2(context, found, (AVDictionary) null) < 0) {
            throw failed("the " + codecName() + " stream cannot be decoded");
        }
        return context;
    }

    private CodedStream describe() {
        int width = stream.codecpar().width();
        int height = stream.codecpar().height();
        if (width > 0 && height > 0) {
            requireSize(width, height);
        }
        return new CodedStream(
                codecName(),
                width,
                height,
                Libav.rational(stream.time_base(), UNKNOWN_TIME_BASE),
                ByteBuffer.wrap(Libav.bytes(
                        stream.codecpar().extradata(), stream.codecpar().extradata_size())));
    }

    private String codecName() {
        return avcodec_get_name(stream.codecpar().codec_id()).getString();
    }

    /** What the camera's own packets are; its size is 0 where only the pictures will tell. */
    public CodedStream stream() {
        return described;
    }

    /**
     * Waits for the next packet and hands it on, and after it the frames that came of it.
     *
     * @return false when the camera has ended the stream, or a recording is over
     * @throws EngineException INPUT_DAMAGED when the camera is gone or was silent for too long
     */
    public boolean read(Receiver receiver) {
        scope.requireOpen();
        patience.begin();
        int result = av_read_frame(format, packet);
        if (result == AVERROR_EOF()) {
            avcodec_send_packet(codec, null);
            decoded(receiver);
            return false;
        }
        if (result < 0) {
            throw new EngineException(ErrorCode.INPUT_DAMAGED, source.toString(), Libav.errorText(result));
        }
        try {
            if (packet.stream_index() == stream.index() && packet.size() > 0) {
                accept(receiver);
            }
        } finally {
            av_packet_unref(packet);
        }
        return true;
    }

    private void accept(Receiver receiver) {
        boolean isKey = (packet.flags() & AV_PKT_FLAG_KEY) != 0;
        receiver.packet(coded(isKey));
        isDamaged |= (packet.flags() & AV_PKT_FLAG_CORRUPT) != 0;
        isDamaged |= avcodec_send_packet(codec, packet) < 0;
        decoded(receiver);
    }

    private void decoded(Receiver receiver) {
        while (avcodec_receive_frame(codec, picture) >= 0) {
            receiver.frame(frame());
        }
    }

    private CodedPacket coded(boolean isKey) {
        long shown = packet.pts() == AV_NOPTS_VALUE ? Math.max(0, packet.dts()) : packet.pts();
        long decoded = packet.dts() == AV_NOPTS_VALUE ? shown : Math.min(packet.dts(), shown);
        return new CodedPacket(
                ByteBuffer.wrap(Libav.bytes(packet.data(), packet.size())),
                shown,
                decoded,
                Math.max(0, packet.duration()),
                isKey);
    }

    private Frame frame() {
        requireSize(picture.width(), picture.height());
        if (shape.isEmpty() || !shape.get().fits(picture)) {
            shape.ifPresent(old -> old.scope().close());
            shape = Optional.of(shapeOf(picture));
        }
        Shape now = shape.get();
        Frame memory = now.pool().lend();
        now.copier().copy(picture, memory);
        boolean damaged = isDamaged
                || (picture.flags() & AVFrame.AV_FRAME_FLAG_CORRUPT) != 0
                || picture.decode_error_flags() != 0;
        isDamaged = false;
        return new Frame(
                frames++,
                pts(),
                memory.luma(),
                memory.cb(),
                memory.cr(),
                now.info().colors().fullRange(),
                (picture.flags() & AVFrame.AV_FRAME_FLAG_INTERLACED) != 0,
                damaged);
    }

    /** The time of a picture in microseconds, rising; cameras send what they like. */
    private long pts() {
        long ticks = picture.best_effort_timestamp();
        long micros = ticks == AV_NOPTS_VALUE
                ? lastPts + 1
                : (long) (described.timeBase().seconds(ticks) * MICROS);
        lastPts = micros;
        return micros;
    }

    private Shape shapeOf(AVFrame first) {
        NativeScope own = new NativeScope();
        boolean isRgb = PixelCopier.isRgb(first);
        Colors colors = new Colors(
                PixelCopier.isFullRange(first) && !isRgb,
                first.color_primaries(),
                first.color_trc(),
                isRgb ? avutil.AVCOL_SPC_BT709 : first.colorspace());
        MediaInfo plain = MediaInfo.ofComputedFrames(first.width(), first.height(), 25);
        MediaInfo info = plain.with(plain.timeBase(), colors);
        return new Shape(info, new PixelCopier(SUBJECT, info, own), memory.ofSize(info.width(), info.height()), own);
    }

    private void requireSize(int width, int height) {
        if (Math.min(width, height) < MIN_SIDE || Math.max(width, height) > MAX_SIDE) {
            throw new EngineException(
                    ErrorCode.INPUT_SIZE,
                    source.toString(),
                    "pictures of " + width + "x" + height + " pixels; sides must be " + MIN_SIDE + " to " + MAX_SIDE);
        }
    }

    /** Gives the memory of a frame back, also after {@link #close}; of one that is of another size than the latest it is left to the garbage collector. */
    public void recycle(Frame frame) {
        memory.giveBack(frame);
    }

    /** Ends a wait for the camera that is under way, and every later one; may be called from any thread. */
    public void stop() {
        patience.end();
    }

    private EngineException failed(String detail) {
        return new EngineException(ErrorCode.INPUT_NOT_VIDEO, source.toString(), detail);
    }

    /** Frees the native memory; frames that were read stay valid. */
    @Override
    public void close() {
        shape.ifPresent(old -> old.scope().close());
        shape = Optional.empty();
        scope.close();
    }
}
