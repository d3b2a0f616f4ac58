package garim.engine.media;

import static org.bytedeco.ffmpeg.global.avcodec.AV_FIELD_BB;
import static org.bytedeco.ffmpeg.global.avcodec.AV_FIELD_BT;
import static org.bytedeco.ffmpeg.global.avcodec.AV_FIELD_PROGRESSIVE;
import static org.bytedeco.ffmpeg.global.avcodec.AV_FIELD_UNKNOWN;
import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_DATA_DISPLAYMATRIX;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_side_data_get;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_get_name;
import static org.bytedeco.ffmpeg.global.avformat.av_guess_frame_rate;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_SPC_BT709;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_SPC_SMPTE170M;
import static org.bytedeco.ffmpeg.global.avutil.AVMEDIA_TYPE_AUDIO;
import static org.bytedeco.ffmpeg.global.avutil.AV_FRAME_DATA_DISPLAYMATRIX;
import static org.bytedeco.ffmpeg.global.avutil.AV_NOPTS_VALUE;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_get;
import static org.bytedeco.ffmpeg.global.avutil.av_display_rotation_get;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_get_side_data;
import static org.bytedeco.ffmpeg.global.avutil.av_get_pix_fmt_name;

import garim.engine.frame.Rotation;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avcodec.AVPacketSideData;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionaryEntry;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVFrameSideData;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.IntPointer;

/** A media probe describes an opened stream with the help of its first decoded frame. */
final class MediaProbe {
    private static final int MATRIX_NUMBERS = 9;
    private static final int HD_HEIGHT = 720;
    private static final double MICROS = 1e6;
    private static final Rational UNKNOWN_RATE = new Rational(25, 1);
    private static final Rational UNKNOWN_TIME_BASE = new Rational(1, 90_000);

    private final InputFile input;
    private final AVStream stream;
    private final AVCodecParameters parameters;
    private final AVFrame first;
    private final Rational timeBase;
    private final Rational frameRate;

    MediaProbe(InputFile input, AVStream stream, AVFrame first) {
        this.input = input;
        this.stream = stream;
        this.first = first;
        parameters = stream.codecpar();
        timeBase = Libav.rational(stream.time_base(), UNKNOWN_TIME_BASE);
        frameRate = Libav.rational(av_guess_frame_rate(input.format(), stream, first), UNKNOWN_RATE);
    }

    MediaInfo info() {
        List<Integer> matrix = displayMatrix();
        OptionalLong duration = duration();
        return new MediaInfo(
                input.format().iformat().name().getString(),
                avcodec_get_name(parameters.codec_id()).getString(),
                av_get_pix_fmt_name(first.format()).getString(),
                first.width(),
                first.height(),
                rotation(matrix),
                matrix,
                timeBase,
                frameRate,
                first.best_effort_timestamp() == AV_NOPTS_VALUE ? 0 : first.best_effort_timestamp(),
                duration,
                estimatedFrames(duration),
                isInterlaced(),
                isTopFieldFirst(),
                colors(),
                sampleAspect(),
                bitRate(),
                audio(),
                input.size());
    }

    private List<Integer> displayMatrix() {
        AVPacketSideData ofStream = av_packet_side_data_get(
                parameters.coded_side_data(), parameters.nb_coded_side_data(), AV_PKT_DATA_DISPLAYMATRIX);
        if (ofStream != null && !ofStream.isNull()) {
            return numbers(ofStream.data());
        }
        AVFrameSideData ofFrame = av_frame_get_side_data(first, AV_FRAME_DATA_DISPLAYMATRIX);
        return ofFrame == null || ofFrame.isNull() ? List.of() : numbers(ofFrame.data());
    }

    private static List<Integer> numbers(BytePointer bytes) {
        IntPointer values = new IntPointer(bytes);
        return IntStream.range(0, MATRIX_NUMBERS).mapToObj(values::get).toList();
    }

    private Rotation rotation(List<Integer> matrix) {
        if (matrix.isEmpty()) {
            return rotationOfTag();
        }
        try (IntPointer values =
                new IntPointer(matrix.stream().mapToInt(Integer::intValue).toArray())) {
            double counterClockwise = av_display_rotation_get(values);
            return Double.isNaN(counterClockwise) ? Rotation.NONE : Rotation.ofDegrees(-counterClockwise);
        }
    }

    private Rotation rotationOfTag() {
        AVDictionaryEntry entry = av_dict_get(stream.metadata(), "rotate", null, 0);
        String degrees = entry == null || entry.isNull() ? "" : entry.value().getString();
        return degrees.matches("-?\\d{1,4}(\\.\\d+)?")
                ? Rotation.ofDegrees(Double.parseDouble(degrees))
                : Rotation.NONE;
    }

    private OptionalLong duration() {
        OptionalLong own = Libav.known(stream.duration());
        if (own.isPresent() || input.format().duration() == AV_NOPTS_VALUE) {
            return own;
        }
        return OptionalLong.of(timeBase.ticks(input.format().duration() / MICROS));
    }

    private OptionalLong estimatedFrames(OptionalLong duration) {
        if (stream.nb_frames() > 0) {
            return OptionalLong.of(stream.nb_frames());
        }
        if (duration.isEmpty()) {
            return OptionalLong.empty();
        }
        double frames = timeBase.seconds(duration.getAsLong()) * frameRate.value();
        return OptionalLong.of(Math.max(1, Math.round(frames)));
    }

    private boolean isInterlaced() {
        return declaresFields() || (first.flags() & AVFrame.AV_FRAME_FLAG_INTERLACED) != 0;
    }

    private boolean declaresFields() {
        int order = parameters.field_order();
        return order != AV_FIELD_UNKNOWN && order != AV_FIELD_PROGRESSIVE;
    }

    private boolean isTopFieldFirst() {
        int order = parameters.field_order();
        boolean declared = order != AV_FIELD_BB && order != AV_FIELD_BT;
        boolean seen = (first.flags() & AVFrame.AV_FRAME_FLAG_TOP_FIELD_FIRST) != 0;
        return declaresFields() ? declared : seen;
    }

    private Colors colors() {
        boolean rgb = PixelCopier.isRgb(first);
        int rgbMatrix = first.height() >= HD_HEIGHT ? AVCOL_SPC_BT709 : AVCOL_SPC_SMPTE170M;
        return new Colors(
                !rgb && PixelCopier.isFullRange(first),
                first.color_primaries(),
                first.color_trc(),
                rgb ? rgbMatrix : first.colorspace());
    }

    private Rational sampleAspect() {
        Rational ofStream = Libav.rational(stream.sample_aspect_ratio(), new Rational(0, 1));
        return ofStream.numerator() > 0 ? ofStream : Libav.rational(first.sample_aspect_ratio(), ofStream);
    }

    private OptionalLong bitRate() {
        long own = parameters.bit_rate() > 0
                ? parameters.bit_rate()
                : input.format().bit_rate();
        return own > 0 ? OptionalLong.of(own) : OptionalLong.empty();
    }

    private List<AudioStream> audio() {
        return input.streams().stream()
                .map(AVStream::codecpar)
                .filter(p -> p.codec_type() == AVMEDIA_TYPE_AUDIO)
                .map(p -> new AudioStream(
                        avcodec_get_name(p.codec_id()).getString(),
                        p.ch_layout().nb_channels(),
                        p.sample_rate()))
                .toList();
    }
}
