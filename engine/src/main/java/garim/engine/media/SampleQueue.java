package garim.engine.media;

import static org.bytedeco.ffmpeg.global.avutil.AV_CHANNEL_ORDER_UNSPEC;
import static org.bytedeco.ffmpeg.global.avutil.AV_NOPTS_VALUE;
import static org.bytedeco.ffmpeg.global.avutil.av_audio_fifo_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_audio_fifo_read;
import static org.bytedeco.ffmpeg.global.avutil.av_audio_fifo_size;
import static org.bytedeco.ffmpeg.global.avutil.av_audio_fifo_write;
import static org.bytedeco.ffmpeg.global.avutil.av_channel_layout_copy;
import static org.bytedeco.ffmpeg.global.avutil.av_channel_layout_default;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_get_buffer;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_unref;
import static org.bytedeco.ffmpeg.global.swresample.swr_alloc;
import static org.bytedeco.ffmpeg.global.swresample.swr_convert_frame;

import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avutil.AVAudioFifo;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.ffmpeg.global.swresample;
import org.bytedeco.ffmpeg.swresample.SwrContext;

/** A sample queue turns decoded sound into frames of the size and format that an encoder wants. */
final class SampleQueue {
    /** A jump in time of more than this share of a second is kept, a smaller one is rounding. */
    private static final int JUMPS_PER_SECOND = 10;

    private final AVCodecContext encoder;
    private final SwrContext converter;
    private final AVFrame converted;
    private final AVFrame taken;
    private final AVAudioFifo samples;
    private long nextPts = AV_NOPTS_VALUE;

    SampleQueue(AVCodecContext encoder, NativeScope scope) {
        this.encoder = encoder;
        converter = scope.own(swr_alloc(), swresample::swr_free);
        converted = scope.own(av_frame_alloc(), avutil::av_frame_free);
        taken = scope.own(av_frame_alloc(), avutil::av_frame_free);
        int channels = encoder.ch_layout().nb_channels();
        samples = scope.own(
                av_audio_fifo_alloc(encoder.sample_fmt(), channels, encoder.frame_size()), avutil::av_audio_fifo_free);
    }

    /** Adds a decoded frame that starts at a time in samples of the output; no time means right after the last. */
    void add(AVFrame decoded, long pts) {
        if (decoded.ch_layout().order() == AV_CHANNEL_ORDER_UNSPEC) {
            av_channel_layout_default(decoded.ch_layout(), decoded.ch_layout().nb_channels());
        }
        describe(converted);
        if (swr_convert_frame(converter, converted, decoded) >= 0) {
            adjustTime(pts);
            av_audio_fifo_write(samples, converted.extended_data(), converted.nb_samples());
        }
    }

    private void adjustTime(long pts) {
        int waiting = av_audio_fifo_size(samples);
        if (nextPts == AV_NOPTS_VALUE) {
            nextPts = pts == AV_NOPTS_VALUE ? 0 : pts;
        } else if (pts != AV_NOPTS_VALUE && pts - nextPts - waiting > encoder.sample_rate() / JUMPS_PER_SECOND) {
            nextPts = pts - waiting;
        }
    }

    private void describe(AVFrame frame) {
        av_frame_unref(frame);
        frame.format(encoder.sample_fmt()).sample_rate(encoder.sample_rate());
        av_channel_layout_copy(frame.ch_layout(), encoder.ch_layout());
    }

    /** True when a whole frame waits, or, at the end, anything. */
    boolean has(boolean end) {
        return av_audio_fifo_size(samples) >= (end ? 1 : encoder.frame_size());
    }

    /** The next frame, which stays valid until the next call. */
    AVFrame take() {
        describe(taken);
        taken.nb_samples(Math.min(encoder.frame_size(), av_audio_fifo_size(samples)));
        av_frame_get_buffer(taken, 0);
        av_audio_fifo_read(samples, taken.extended_data(), taken.nb_samples());
        taken.pts(nextPts);
        nextPts += taken.nb_samples();
        return taken;
    }
}
