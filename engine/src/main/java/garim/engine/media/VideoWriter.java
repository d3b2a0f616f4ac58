package garim.engine.media;

import static org.bytedeco.ffmpeg.global.avcodec.AV_FIELD_BB;
import static org.bytedeco.ffmpeg.global.avcodec.AV_FIELD_PROGRESSIVE;
import static org.bytedeco.ffmpeg.global.avcodec.AV_FIELD_TT;
import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_DATA_DISPLAYMATRIX;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_move_ref;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_rescale_ts;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_side_data_new;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_parameters_from_context;
import static org.bytedeco.ffmpeg.global.avutil.av_display_rotation_set;

import garim.engine.frame.EngineException;
import garim.engine.frame.Frame;
import garim.engine.frame.Rotation;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avcodec.AVPacketSideData;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.Pointer;

/**
 * A video writer encodes frames into a video file that keeps the timestamps, rotation, colours and pixel shape of its
 * input, and on request its sound; nothing else of the input is copied.
 *
 * <p>Timestamps are exact in MP4 and MOV and rounded to a millisecond in Matroska. Where the first one is negative all are
 * moved so that it becomes 0. Odd sides are made even by repeating the last column or row, since 4:2:0 video cannot have
 * them. Interlaced pictures are coded as progressive ones; the rows stay as they are. Pictures above 9437184 pixels, which openh264 cannot hold, are encoded as MPEG-4 Part 2.
 */
public final class VideoWriter implements AutoCloseable {
    private static final int MATRIX_BYTES = 36;

    private final NativeScope scope;
    private final Path path;
    private final MediaInfo info;
    private final AVRational timeBase;
    private final OutputFile output;
    private final VideoEncoder encoder;
    private final AVStream stream;
    private final Optional<SoundTracks> sound;
    private final Deque<Long> pending = new ArrayDeque<>();
    private final AVPacket fresh;
    private final AVPacket held;
    private final long shift;
    private boolean holding;
    private long lastPts = Long.MIN_VALUE;
    private int sent;
    private int written;

    private VideoWriter(Path path, Path original, MediaInfo info, WriteSettings settings, NativeScope scope) {
        this.scope = scope;
        this.path = path;
        this.info = info;
        shift = Math.max(0, -info.startPts());
        timeBase = Libav.toNative(info.timeBase(), scope);
        output = new OutputFile(path, settings.container(), scope);
        encoder = new VideoEncoder(path, info, settings, scope);
        stream = output.addStream();
        describeStream();
        sound = settings.audio() == AudioMode.KEEP
                ? Optional.of(new SoundTracks(original, output, info.timeBase().seconds(shift), scope))
                : Optional.empty();
        output.begin(info.timeBase(), scope);
        fresh = scope.own(av_packet_alloc(), avcodec::av_packet_free);
        held = scope.own(av_packet_alloc(), avcodec::av_packet_free);
    }

    /**
     * Creates a file, replacing one that is there.
     *
     * @param output the file to write; its name may end in anything
     * @param originalInput the file whose sound is copied, if the settings ask for it
     * @param info of the reader whose frames will be written
     * @throws EngineException OUTPUT_FAILED
     */
    public static VideoWriter create(Path output, Path originalInput, MediaInfo info, WriteSettings settings) {
        NativeScope scope = new NativeScope();
        try {
            return new VideoWriter(output, originalInput, info, settings, scope);
        } catch (EngineException e) {
            scope.close();
            throw e;
        }
    }

    private void describeStream() {
        stream.time_base(timeBase);
        AVCodecParameters parameters = stream.codecpar();
        avcodec_parameters_from_context(parameters, encoder.codec());
        parameters.codec_tag(0);
        if (info.interlaced()) {
            parameters.field_order(info.topFieldFirst() ? AV_FIELD_TT : AV_FIELD_BB);
        } else {
            parameters.field_order(AV_FIELD_PROGRESSIVE);
        }
        stream.avg_frame_rate(encoder.codec().framerate());
        stream.sample_aspect_ratio(encoder.codec().sample_aspect_ratio());
        if (!info.displayMatrix().isEmpty() || info.rotation() != Rotation.NONE) {
            addDisplayMatrix(parameters);
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
     * Encodes a frame; its memory may be used again as soon as this returns.
     *
     * @throws IllegalArgumentException when size or order of the frame do not fit
     * @throws IllegalStateException when the writer is closed or finished
     * @throws EngineException OUTPUT_FAILED
     */
    public void write(Frame frame) {
        scope.requireOpen();
        if (frame.width() != info.width() || frame.height() != info.height() || frame.pts() <= lastPts) {
            throw new IllegalArgumentException("frame " + frame.index() + " does not follow the ones before it");
        }
        lastPts = frame.pts();
        sent++;
        pending.add(frame.pts() + shift);
        encoder.send(frame);
        drain();
    }

    private void drain() {
        while (encoder.receive(fresh)) {
            if (pending.isEmpty()) {
                throw OutputFile.failed(path, "the encoder gave more pictures than it got");
            }
            long pts = pending.remove();
            if (holding) {
                release(pts - held.pts());
            }
            av_packet_move_ref(held, fresh);
            held.pts(pts).dts(pts);
            holding = true;
        }
    }

    /** Writes the packet held back, now that its duration in ticks is known. */
    private void release(long duration) {
        long pts = held.pts();
        sound.ifPresent(tracks -> tracks.writeUntil(info.timeBase().seconds(pts)));
        held.duration(duration).stream_index(stream.index());
        av_packet_rescale_ts(held, timeBase, stream.time_base());
        output.write(held);
        holding = false;
        written++;
    }

    /** As {@link #finish(long)} with a last frame as long as the nominal frame rate says. */
    public WriteReport finish() {
        return finish(info.frameTicks());
    }

    /**
     * Writes what is left, brings the file to the disk and closes the writer.
     *
     * @param lastDuration how long the last frame is shown, in ticks; the reader's report tells it
     * @throws EngineException OUTPUT_FAILED, also when no frame was written or one is missing
     */
    public WriteReport finish(long lastDuration) {
        scope.requireOpen();
        encoder.end();
        drain();
        if (holding) {
            release(Math.max(1, lastDuration));
        }
        sound.ifPresent(SoundTracks::writeRest);
        if (written != sent || written == 0) {
            throw OutputFile.failed(path, "the encoder gave " + written + " pictures for " + sent);
        }
        output.finish();
        scope.close();
        return new WriteReport(written, output.size(), encoder.name());
    }

    /** Frees the native memory; without {@link #finish} before it the file is left incomplete and useless. */
    @Override
    public void close() {
        scope.close();
    }
}
