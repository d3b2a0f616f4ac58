package garim.engine.media;

import static org.bytedeco.ffmpeg.avformat.AVFormatContext.AVFMT_FLAG_BITEXACT;
import static org.bytedeco.ffmpeg.global.avcodec.AV_INPUT_BUFFER_PADDING_SIZE;
import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_FLAG_KEY;
import static org.bytedeco.ffmpeg.global.avcodec.av_new_packet;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_rescale_ts;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_descriptor_get_by_name;
import static org.bytedeco.ffmpeg.global.avformat.av_write_frame;
import static org.bytedeco.ffmpeg.global.avformat.avformat_alloc_output_context2;
import static org.bytedeco.ffmpeg.global.avformat.avformat_new_stream;
import static org.bytedeco.ffmpeg.global.avformat.avformat_write_header;
import static org.bytedeco.ffmpeg.global.avutil.AVMEDIA_TYPE_VIDEO;
import static org.bytedeco.ffmpeg.global.avutil.av_mallocz;

import garim.engine.frame.EngineException;
import garim.engine.frame.ErrorCode;
import java.nio.ByteBuffer;
import java.util.Map;
import org.bytedeco.ffmpeg.avcodec.AVCodecDescriptor;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avformat;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Pointer;

/** A mux stream is the one video stream of a native muxer, and the packets on their way to it. */
final class MuxStream {
    private final NativeScope scope;
    private final AVFormatContext format;
    private final AVStream stream;
    private final AVRational timeBase;
    private final AVPacket packet;

    MuxStream(CodedStream coded, String muxer, NativeScope scope) {
        this.scope = scope;
        Libav.load();
        format = new AVFormatContext((Pointer) null);
        require(avformat_alloc_output_context2(format, null, muxer, null));
        scope.own(format, avformat::avformat_free_context);
        format.flags(format.flags() | AVFMT_FLAG_BITEXACT);
        stream = avformat_new_stream(format, null);
        timeBase = Libav.toNative(coded.timeBase(), scope);
        stream.time_base(timeBase);
        describe(coded, stream.codecpar());
        packet = scope.own(av_packet_alloc(), avcodec::av_packet_free);
    }

    private static void describe(CodedStream coded, AVCodecParameters parameters) {
        AVCodecDescriptor codec = avcodec_descriptor_get_by_name(coded.codec());
        if (codec == null || codec.isNull() || codec.type() != AVMEDIA_TYPE_VIDEO) {
            throw failed("there is no video codec named " + coded.codec());
        }
        parameters.codec_type(AVMEDIA_TYPE_VIDEO).codec_id(codec.id());
        parameters.width(coded.width()).height(coded.height());
        ByteBuffer setup = coded.setup();
        if (setup.hasRemaining()) {
            byte[] bytes = bytes(setup);
            BytePointer memory = new BytePointer(av_mallocz(bytes.length + (long) AV_INPUT_BUFFER_PADDING_SIZE));
            memory.put(bytes, 0, bytes.length);
            parameters.extradata(memory).extradata_size(bytes.length);
        }
    }

    /** Writes the head. */
    void begin(Map<String, String> options) {
        require(avformat_write_header(format, Libav.dictionary(options, scope)));
    }

    /** Writes a packet. */
    void write(CodedPacket coded) {
        byte[] data = bytes(coded.data());
        require(av_new_packet(packet, data.length));
        packet.data().put(data, 0, data.length);
        packet.dts(coded.decodedAt()).pts(coded.shownAt()).duration(coded.lasts());
        packet.flags(coded.key() ? AV_PKT_FLAG_KEY : 0);
        packet.stream_index(stream.index());
        av_packet_rescale_ts(packet, timeBase, stream.time_base());
        int result = av_write_frame(format, packet);
        av_packet_unref(packet);
        require(result);
    }

    AVFormatContext format() {
        return format;
    }

    /** Ticks per second that the muxer chose. */
    int ticksPerSecond() {
        return stream.time_base().den();
    }

    private static byte[] bytes(ByteBuffer buffer) {
        byte[] bytes = new byte[buffer.remaining()];
        buffer.get(bytes);
        return bytes;
    }

    static void require(int result) {
        if (result < 0) {
            throw failed(Libav.errorText(result));
        }
    }

    static EngineException failed(String detail) {
        return new EngineException(ErrorCode.OUTPUT_FAILED, "stream", detail);
    }
}
