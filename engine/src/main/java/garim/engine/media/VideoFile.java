package garim.engine.media;

import static org.bytedeco.ffmpeg.global.avcodec.AV_FIELD_BB;
import static org.bytedeco.ffmpeg.global.avcodec.AV_FIELD_PROGRESSIVE;
import static org.bytedeco.ffmpeg.global.avcodec.AV_FIELD_TT;
import static org.bytedeco.ffmpeg.global.avcodec.AV_INPUT_BUFFER_PADDING_SIZE;
import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_DATA_DISPLAYMATRIX;
import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_FLAG_KEY;
import static org.bytedeco.ffmpeg.global.avcodec.av_new_packet;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_rescale_ts;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_side_data_new;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_descriptor_get_by_name;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_RANGE_JPEG;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_RANGE_MPEG;
import static org.bytedeco.ffmpeg.global.avutil.AVMEDIA_TYPE_VIDEO;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUV420P;
import static org.bytedeco.ffmpeg.global.avutil.av_display_rotation_set;
import static org.bytedeco.ffmpeg.global.avutil.av_mallocz;

import garim.engine.frame.EngineException;
import garim.engine.frame.Rotation;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Optional;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avcodec.AVPacketSideData;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.Pointer;

/**
 * A video file takes coded packets and writes them into a container that keeps the times, rotation, colours and pixel shape
 * of its input, and on request its sound; nothing else of the input is copied.
 *
 * <p>Times are exact in MP4 and MOV and rounded to a millisecond in Matroska.
 */
public final class VideoFile implements AutoCloseable {
    private static final int MATRIX_BYTES = 36;

    private final NativeScope scope;
    private final Path path;
    private final MediaInfo info;
    private final AVRational timeBase;
    private final OutputFile output;
    private final AVStream stream;
    private final Optional<SoundTracks> sound;
    private final AVPacket packet;
    private int written;

    private VideoFile(
            Path path, Path original, MediaInfo info, WriteSettings settings, CodedStream coded, NativeScope scope) {
        this.scope = scope;
        this.path = path;
        this.info = info;
        timeBase = Libav.toNative(info.timeBase(), scope);
        output = new OutputFile(path, settings.container(), scope);
        stream = output.addStream();
        describeStream(coded);
        sound = settings.audio() == AudioMode.KEEP
                ? Optional.of(
                        new SoundTracks(original, output, info.timeBase().seconds(FrameEncoder.shift(info)), scope))
                : Optional.empty();
        output.begin(info.timeBase(), scope);
        packet = scope.own(av_packet_alloc(), avcodec::av_packet_free);
    }

    /**
     * Creates a file, replacing one that is there.
     *
     * @param output the file to write; its name may end in anything
     * @param originalInput the file whose sound is copied, if the settings ask for it
     * @param info of the reader whose frames were encoded
     * @param coded what the packets are
     * @throws EngineException OUTPUT_FAILED
     */
    public static VideoFile create(
            Path output, Path originalInput, MediaInfo info, WriteSettings settings, CodedStream coded) {
        NativeScope scope = new NativeScope();
        try {
            return new VideoFile(output, originalInput, info, settings, coded, scope);
        } catch (EngineException e) {
            scope.close();
            throw e;
        }
    }

    private void describeStream(CodedStream coded) {
        stream.time_base(timeBase);
        AVCodecParameters parameters = stream.codecpar();
        parameters.codec_type(AVMEDIA_TYPE_VIDEO);
        parameters.codec_id(avcodec_descriptor_get_by_name(coded.codec()).id());
        parameters.codec_tag(0).format(AV_PIX_FMT_YUV420P);
        parameters.width(coded.width()).height(coded.height());
        setUp(parameters, coded.setup());
        Colors colors = info.colors();
        parameters.color_range(colors.fullRange() ? AVCOL_RANGE_JPEG : AVCOL_RANGE_MPEG);
        parameters
                .color_primaries(colors.primaries())
                .color_trc(colors.transfer())
                .color_space(colors.matrix());
        if (info.interlaced()) {
            parameters.field_order(info.topFieldFirst() ? AV_FIELD_TT : AV_FIELD_BB);
        } else {
            parameters.field_order(AV_FIELD_PROGRESSIVE);
        }
        AVRational rate = Libav.toNative(VideoEncoder.rateOf(info), scope);
        parameters.framerate(rate);
        stream.avg_frame_rate(rate);
        AVRational aspect = Libav.toNative(info.sampleAspect(), scope);
        parameters.sample_aspect_ratio(aspect);
        stream.sample_aspect_ratio(aspect);
        if (!info.displayMatrix().isEmpty() || info.rotation() != Rotation.NONE) {
            addDisplayMatrix(parameters);
        }
    }

    private static void setUp(AVCodecParameters parameters, ByteBuffer setup) {
        int size = setup.remaining();
        if (size > 0) {
            byte[] bytes = new byte[size];
            setup.get(bytes);
            // freed with the parameters
            BytePointer memory = new BytePointer(av_mallocz(size + (long) AV_INPUT_BUFFER_PADDING_SIZE));
            memory.put(bytes, 0, size);
            parameters.extradata(memory).extradata_size(size);
        }
    }

    private void addDisplayMatrix(AVCodecParameters parameters) {
        AVPacketSideData list = new AVPacketSideData((Pointer) null);
        try (IntPointer count = new IntPointer(1)) {
            count.put(0);
            AVPacketSideData entry = av_packet_side_data_new(list, count, AV_PKT_DATA_DISPLAYMATRIX, MATRIX_BYTES, 0);
            IntPointer numbers = new IntPointer(entry.data());
            if (info.displayMatrix().isEmpty()) {
                av_display_rotation_set(numbers, -info.rotation().degrees());
            } else {
                for (int i = 0; i < info.displayMatrix().size(); i++) {
                    numbers.put(i, info.displayMatrix().get(i));
                }
            }
            parameters.coded_side_data(list).nb_coded_side_data(count.get());
        }
    }

    /**
     * Writes a packet; times are in ticks of the input and rise.
     *
     * @throws IllegalStateException when the file is closed or finished
     * @throws EngineException OUTPUT_FAILED
     */
    public void write(CodedPacket coded) {
        scope.requireOpen();
        sound.ifPresent(tracks -> tracks.writeUntil(info.timeBase().seconds(coded.shownAt())));
        ByteBuffer data = coded.data();
        byte[] bytes = new byte[data.remaining()];
        data.get(bytes);
        if (av_new_packet(packet, bytes.length) < 0) {
            throw OutputFile.failed(path, "no memory for a packet of " + bytes.length + " bytes");
        }
        packet.data().put(bytes, 0, bytes.length);
        packet.pts(coded.shownAt()).dts(coded.decodedAt()).duration(coded.lasts());
        packet.flags(coded.key() ? AV_PKT_FLAG_KEY : 0).stream_index(stream.index());
        av_packet_rescale_ts(packet, timeBase, stream.time_base());
        output.write(packet);
        written++;
    }

    /**
     * Writes what is left, brings the file to the disk and closes it.
     *
     * @param encoder name of the encoder, for the report
     * @throws EngineException OUTPUT_FAILED, also when no packet was written
     */
    public WriteReport finish(String encoder) {
        scope.requireOpen();
        sound.ifPresent(SoundTracks::writeRest);
        if (written == 0) {
            throw OutputFile.failed(path, "there is no picture to write");
        }
        output.finish();
        scope.close();
        return new WriteReport(written, output.size(), encoder);
    }

    /** Frees the native memory; without {@link #finish} before it the file is left incomplete and useless. */
    @Override
    public void close() {
        scope.close();
    }
}
