package garim.engine.media;

import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_FLAG_CORRUPT;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_alloc_context3;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_decoder;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_flush_buffers;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_get_name;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_open2;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_parameters_to_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_receive_frame;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_send_packet;
import static org.bytedeco.ffmpeg.global.avformat.AVSEEK_FLAG_BACKWARD;
import static org.bytedeco.ffmpeg.global.avformat.av_seek_frame;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EOF;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.presets.avutil.AVERROR_EAGAIN;

import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avutil;

/**
 * A frame decoder turns the packets of one stream into decoded frames, going on after damage.
 *
 * <p>As in the {@code ffmpeg} program, damaged frames are shown, but not those before the first key frame of a stream that
 * was cut out of a longer one.
 */
final class FrameDecoder {
    /** A decoder that is being emptied and only fails is given up after so many failures. */
    private static final int DRAIN_ATTEMPTS = 1000;

    private final InputFile input;
    private final AVStream stream;
    private final AVCodecContext codec;
    private final AVPacket packet;
    private final AVFrame frame;
    private boolean draining;
    private boolean isPartial;
    private boolean lastPacketCorrupt;
    private int drainFailures;
    private int errors;
    private long packets;

    FrameDecoder(InputFile input, AVStream stream, int threads, NativeScope scope) {
        this.input = input;
        this.stream = stream;
        codec = open(threads, scope);
        packet = scope.own(av_packet_alloc(), avcodec::av_packet_free);
        frame = scope.own(av_frame_alloc(), avutil::av_frame_free);
    }

    private AVCodecContext open(int threads, NativeScope scope) {
        String name = avcodec_get_name(stream.codecpar().codec_id()).getString();
        AVCodec decoder = avcodec_find_decoder(stream.codecpar().codec_id());
        if (decoder == null || decoder.isNull()) {
            throw InputFile.notVideo(input.path(), "no decoder for the codec " + name + ", or the stream is encrypted");
        }
        AVCodecContext context = scope.own(avcodec_alloc_context3(decoder), avcodec::avcodec_free_context);
        avcodec_parameters_to_context(context, stream.codecpar());
        context.pkt_timebase(stream.time_base());
        context.thread_count(threads);
        // Frame threads would make the result on damaged streams depend on timing.
        context.thread_type(AVCodecContext.FF_THREAD_SLICE);
        int opened = avcodec_open2(context, decoder, (AVDictionary) null);
        if (opened < 0) {
            throw InputFile.notVideo(input.path(), "the " + name + " stream cannot be decoded");
        }
        return context;
    }

    /** Decodes the next frame into {@link #frame()}; false at the end. */
    boolean next() {
        while (true) {
            int result = avcodec_receive_frame(codec, frame);
            if (result >= 0) {
                drainFailures = 0;
                return true;
            }
            if (result == AVERROR_EOF() || drainFailures > DRAIN_ATTEMPTS) {
                return false;
            }
            if (result != AVERROR_EAGAIN()) {
                errors++;
            }
            feed();
        }
    }

    /** Goes to the last key at or before a time in ticks; false when the file cannot. */
    boolean seek(long time) {
        avcodec_flush_buffers(codec);
        draining = false;
        isPartial = true;
        return av_seek_frame(input.format(), stream.index(), time, AVSEEK_FLAG_BACKWARD) >= 0;
    }

    /** Goes on to a packet further on, a key, without decoding those before it; false when there is none shown then. */
    boolean passTo(long time) {
        avcodec_flush_buffers(codec);
        while (input.read(packet)) {
            boolean isMine = packet.stream_index() == stream.index() && packet.size() > 0;
            packets += isMine ? 1 : 0;
            boolean isFound = isMine && packet.pts() == time;
            if (isFound) {
                packets--;
                send();
            }
            av_packet_unref(packet);
            if (isFound) {
                return next() && frame.best_effort_timestamp() == time;
            }
        }
        draining = true;
        return false;
    }

    private void feed() {
        if (draining) {
            drainFailures++;
            return;
        }
        while (input.read(packet)) {
            boolean mine = packet.stream_index() == stream.index() && packet.size() > 0;
            if (mine) {
                send();
            }
            av_packet_unref(packet);
            if (mine) {
                return;
            }
        }
        draining = true;
        avcodec_send_packet(codec, null);
    }

    private void send() {
        packets++;
        lastPacketCorrupt = (packet.flags() & AV_PKT_FLAG_CORRUPT) != 0;
        if (avcodec_send_packet(codec, packet) < 0) {
            errors++;
        }
    }

    AVFrame frame() {
        return frame;
    }

    AVStream stream() {
        return stream;
    }

    /** Packets that the decoder refused so far. */
    int errors() {
        return errors;
    }

    /** True when all was read and the file ended before it should. */
    boolean isTruncated() {
        return draining && (input.isCut() || lastPacketCorrupt || (!isPartial && packets < stream.nb_frames()));
    }
}
