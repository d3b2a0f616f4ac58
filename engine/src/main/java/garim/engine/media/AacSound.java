package garim.engine.media;

import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_FLAG_BITEXACT;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_FLAG_GLOBAL_HEADER;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_AAC;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_rescale_ts;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_alloc_context3;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_decoder;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_encoder;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_open2;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_parameters_from_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_parameters_to_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_receive_frame;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_receive_packet;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_send_frame;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_send_packet;
import static org.bytedeco.ffmpeg.global.avutil.AV_NOPTS_VALUE;
import static org.bytedeco.ffmpeg.global.avutil.AV_SAMPLE_FMT_FLTP;
import static org.bytedeco.ffmpeg.global.avutil.av_channel_layout_default;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;

import java.util.Optional;
import java.util.Set;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avutil;

/** An AAC sound track decodes the sound of the input and encodes it as AAC, for containers that refuse its codec. */
final class AacSound implements SoundTrack {
    private static final Set<Integer> RATES =
            Set.of(8000, 11025, 12000, 16000, 22050, 24000, 32000, 44100, 48000, 64000, 88200, 96000);
    private static final int OTHER_RATE = 48_000;
    private static final int MAX_CHANNELS = 6;
    private static final long BITS_PER_CHANNEL = 64_000;

    private final AVStream from;
    private final AVStream to;
    private final OutputFile output;
    private final double shiftSeconds;
    private final AVCodecContext decoder;
    private final AVCodecContext encoder;
    private final AVFrame decoded;
    private final AVPacket encoded;
    private final SampleQueue queue;

    private AacSound(AVStream from, AVCodecContext decoder, OutputFile output, double shift, NativeScope scope) {
        this.from = from;
        this.output = output;
        this.decoder = decoder;
        shiftSeconds = shift;
        encoder = openEncoder(decoder, output, scope);
        decoded = scope.own(av_frame_alloc(), avutil::av_frame_free);
        encoded = scope.own(av_packet_alloc(), avcodec::av_packet_free);
        queue = new SampleQueue(encoder, scope);
        to = output.addStream();
        avcodec_parameters_from_context(to.codecpar(), encoder);
        to.codecpar().codec_tag(0);
        to.time_base(encoder.time_base());
    }

    /** A track for a stream; empty when its sound cannot be decoded. */
    static Optional<AacSound> open(AVStream from, OutputFile output, double shiftSeconds, NativeScope scope) {
        AVCodec codec = avcodec_find_decoder(from.codecpar().codec_id());
        if (codec == null || codec.isNull()) {
            return Optional.empty();
        }
        AVCodecContext decoder = scope.own(avcodec_alloc_context3(codec), avcodec::avcodec_free_context);
        avcodec_parameters_to_context(decoder, from.codecpar());
        decoder.pkt_timebase(from.time_base());
        boolean opened = avcodec_open2(decoder, codec, (AVDictionary) null) >= 0;
        boolean usable = opened && decoder.ch_layout().nb_channels() > 0 && decoder.sample_rate() > 0;
        return usable ? Optional.of(new AacSound(from, decoder, output, shiftSeconds, scope)) : Optional.empty();
    }

    private static AVCodecContext openEncoder(AVCodecContext decoder, OutputFile output, NativeScope scope) {
        AVCodec aac = avcodec_find_encoder(AV_CODEC_ID_AAC);
        AVCodecContext made = scope.own(avcodec_alloc_context3(aac), avcodec::avcodec_free_context);
        int channels = Math.min(MAX_CHANNELS, decoder.ch_layout().nb_channels());
        int rate = RATES.contains(decoder.sample_rate()) ? decoder.sample_rate() : OTHER_RATE;
        av_channel_layout_default(made.ch_layout(), channels);
        made.sample_rate(rate).sample_fmt(AV_SAMPLE_FMT_FLTP).bit_rate(BITS_PER_CHANNEL * channels);
        made.time_base(Libav.toNative(new Rational(1, rate), scope));
        made.flags(made.flags() | AV_CODEC_FLAG_GLOBAL_HEADER | AV_CODEC_FLAG_BITEXACT);
        int opened = avcodec_open2(made, aac, (AVDictionary) null);
        if (opened < 0) {
            throw OutputFile.failed(output.path(), "the sound cannot be encoded (" + Libav.errorText(opened) + ")");
        }
        return made;
    }

    @Override
    public void write(AVPacket packet) {
        // A packet that cannot be decoded leaves a gap, which the queue notices by the next time.
        avcodec_send_packet(decoder, packet);
        decode();
    }

    private void decode() {
        while (avcodec_receive_frame(decoder, decoded) >= 0) {
            queue.add(decoded, samplesAt(decoded.best_effort_timestamp()));
            encode(false);
        }
    }

    /** The time of a decoded frame in samples of the output. */
    private long samplesAt(long ticks) {
        if (ticks == AV_NOPTS_VALUE) {
            return AV_NOPTS_VALUE;
        }
        double seconds =
                (double) ticks * from.time_base().num() / from.time_base().den() + shiftSeconds;
        return Math.round(seconds * encoder.sample_rate());
    }

    private void encode(boolean all) {
        while (queue.has(all)) {
            avcodec_send_frame(encoder, queue.take());
            drain();
        }
    }

    private void drain() {
        while (avcodec_receive_packet(encoder, encoded) >= 0) {
            av_packet_rescale_ts(encoded, encoder.time_base(), to.time_base());
            encoded.stream_index(to.index());
            if (encoded.pts() >= 0 || !output.startsAtZero()) {
                output.write(encoded);
            }
        }
    }

    @Override
    public void finish() {
        avcodec_send_packet(decoder, null);
        decode();
        encode(true);
        avcodec_send_frame(encoder, null);
        drain();
    }
}
