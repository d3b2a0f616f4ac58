package garim.engine.media;

import static org.bytedeco.ffmpeg.avformat.AVFormatContext.AVFMT_AVOID_NEG_TS_DISABLED;
import static org.bytedeco.ffmpeg.avformat.AVFormatContext.AVFMT_FLAG_BITEXACT;
import static org.bytedeco.ffmpeg.global.avformat.AVIO_FLAG_WRITE;
import static org.bytedeco.ffmpeg.global.avformat.av_codec_get_tag;
import static org.bytedeco.ffmpeg.global.avformat.av_interleaved_write_frame;
import static org.bytedeco.ffmpeg.global.avformat.av_write_trailer;
import static org.bytedeco.ffmpeg.global.avformat.avformat_alloc_output_context2;
import static org.bytedeco.ffmpeg.global.avformat.avformat_new_stream;
import static org.bytedeco.ffmpeg.global.avformat.avformat_query_codec;
import static org.bytedeco.ffmpeg.global.avformat.avformat_write_header;
import static org.bytedeco.ffmpeg.global.avformat.avio_closep;
import static org.bytedeco.ffmpeg.global.avformat.avio_open;

import garim.engine.frame.EngineException;
import garim.engine.frame.ErrorCode;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVIOContext;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.global.avformat;
import org.bytedeco.javacpp.Pointer;

/** An output file is a container being written; it carries no metadata and no clock time, so its bytes repeat. */
final class OutputFile {
    /** The MP4 muxer doubles a coarse tick until a second has at least this many. */
    private static final int MIN_TICKS_PER_SECOND = 10_000;

    private final Path path;
    private final Container container;
    private final AVFormatContext format;
    private final AVIOContext io;

    OutputFile(Path path, Container container, NativeScope scope) {
        this.path = path;
        this.container = container;
        Libav.load();
        format = new AVFormatContext((Pointer) null);
        require(avformat_alloc_output_context2(format, null, container.muxer(), Libav.url(path)));
        scope.own(format, avformat::avformat_free_context);
        io = new AVIOContext((Pointer) null);
        require(avio_open(io, Libav.url(path), AVIO_FLAG_WRITE));
        scope.own(io, avformat::avio_closep);
        format.pb(io);
        format.flags(format.flags() | AVFMT_FLAG_BITEXACT);
        format.avoid_negative_ts(AVFMT_AVOID_NEG_TS_DISABLED);
    }

    /** Adds a stream; all are added before {@link #begin}. */
    AVStream addStream() {
        return avformat_new_stream(format, null);
    }

    /** True when the container can hold packets of a codec. */
    boolean canHold(int codecId) {
        // Matroska also wraps what has a RIFF tag, which its own answer leaves out.
        boolean wrapped = container == Container.MATROSKA
                && av_codec_get_tag(format.oformat().codec_tag(), codecId) != 0;
        return wrapped || avformat_query_codec(format.oformat(), codecId, 0) == 1;
    }

    /** True when packets before time zero cannot be written. */
    boolean startsAtZero() {
        return !container.isMp4Family();
    }

    /** Writes the head of the file; packets follow. */
    void begin(Rational videoTimeBase, NativeScope scope) {
        long ticks = videoTimeBase.denominator();
        while (ticks < MIN_TICKS_PER_SECOND) {
            ticks *= 2;
        }
        // With the tick of the video as the tick of the whole file a late start is stored exactly.
        Map<String, String> options = container.isMp4Family()
                ? Map.of("movflags", "+faststart", "movie_timescale", String.valueOf(ticks))
                : Map.of();
        require(avformat_write_header(format, Libav.dictionary(options, scope)));
    }

    /** Writes a packet whose times are in the time base of its stream, and empties it. */
    void write(AVPacket packet) {
        require(av_interleaved_write_frame(format, packet));
    }

    /** Writes the end of the file and brings it to the disk. */
    void finish() {
        require(av_write_trailer(format));
        int error = io.error();
        require(Math.min(error, avio_closep(io)));
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.WRITE)) {
            channel.force(true);
        } catch (IOException e) {
            throw failed(path, String.valueOf(e.getMessage()));
        }
    }

    /** Bytes on the disk. */
    long size() {
        try {
            return Files.size(path);
        } catch (IOException e) {
            throw failed(path, String.valueOf(e.getMessage()));
        }
    }

    Path path() {
        return path;
    }

    private void require(int result) {
        if (result < 0) {
            throw failed(path, Libav.errorText(result));
        }
    }

    static EngineException failed(Path path, String detail) {
        return new EngineException(ErrorCode.OUTPUT_FAILED, path.toString(), detail);
    }
}
