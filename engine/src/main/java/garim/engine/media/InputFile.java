package garim.engine.media;

import static org.bytedeco.ffmpeg.global.avformat.AVIO_FLAG_READ;
import static org.bytedeco.ffmpeg.global.avformat.AV_STREAM_GROUP_PARAMS_TILE_GRID;
import static org.bytedeco.ffmpeg.global.avformat.av_read_frame;
import static org.bytedeco.ffmpeg.global.avformat.avformat_alloc_context;
import static org.bytedeco.ffmpeg.global.avformat.avformat_find_stream_info;
import static org.bytedeco.ffmpeg.global.avformat.avformat_open_input;
import static org.bytedeco.ffmpeg.global.avformat.avio_open2;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EOF;
import static org.bytedeco.ffmpeg.presets.avutil.AVERROR_EAGAIN;

import garim.engine.frame.EngineException;
import garim.engine.frame.ErrorCode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVIOContext;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.global.avformat;
import org.bytedeco.javacpp.Pointer;

/** An input file is an opened container that gives its packets one after the other. */
final class InputFile {
    /** Formats that draw text as pictures; nobody who hands them in means a video. */
    private static final Set<String> TEXT_FORMATS = Set.of("tty", "bin", "xbin", "adf", "idf");

    private static final int HEAD_BYTES = 12;

    private final Path path;
    private final AVFormatContext format;
    private boolean cut;

    private InputFile(Path path, AVFormatContext format) {
        this.path = path;
        this.format = format;
    }

    /**
     * Opens a file.
     *
     * @throws EngineException INPUT_MISSING or INPUT_NOT_VIDEO
     */
    static InputFile open(Path path, NativeScope scope) {
        requireFile(path);
        Libav.load();
        AVFormatContext format = openFormat(path, openBytes(path, scope), scope);
        int found = avformat_find_stream_info(format, (AVDictionary) null);
        if (found < 0) {
            throw notVideo(path, "the file could not be understood (" + Libav.errorText(found) + ")");
        }
        if (TEXT_FORMATS.contains(format.iformat().name().getString())) {
            throw notVideo(path, "the file is text, not video");
        }
        if (hasTiles(format)) {
            throw notVideo(path, "a picture made of tiles (HEIF) is not supported");
        }
        return new InputFile(path, format);
    }

    private static boolean hasTiles(AVFormatContext format) {
        return IntStream.range(0, format.nb_stream_groups())
                .anyMatch(i -> format.stream_groups(i).type() == AV_STREAM_GROUP_PARAMS_TILE_GRID);
    }

    private static void requireFile(Path path) {
        if (!Files.exists(path)) {
            throw new EngineException(ErrorCode.INPUT_MISSING, path.toString(), "there is no such file");
        }
        if (!Files.isRegularFile(path)) {
            throw new EngineException(
                    ErrorCode.INPUT_MISSING, path.toString(), "this is a folder or device, not a file");
        }
        if (!Files.isReadable(path)) {
            throw new EngineException(ErrorCode.INPUT_MISSING, path.toString(), "no permission to read the file");
        }
        if (size(path) == 0) {
            throw notVideo(path, "the file is empty");
        }
    }

    private static AVIOContext openBytes(Path path, NativeScope scope) {
        AVIOContext io = new AVIOContext((Pointer) null);
        int opened = avio_open2(io, Libav.url(path), AVIO_FLAG_READ, null, (AVDictionary) null);
        if (opened < 0) {
            throw new EngineException(ErrorCode.INPUT_MISSING, path.toString(), Libav.errorText(opened));
        }
        return scope.own(io, avformat::avio_closep);
    }

    private static AVFormatContext openFormat(Path path, AVIOContext io, NativeScope scope) {
        AVFormatContext format = avformat_alloc_context();
        format.pb(io);
        // No nested file or address may be opened: a play list must not pull in other files of the server.
        AVDictionary options = Libav.dictionary(Map.of("protocol_whitelist", "none"), scope);
        int opened = avformat_open_input(format, (String) null, null, options);
        if (opened < 0) {
            throw notVideo(path, reasonFor(path, opened));
        }
        return scope.own(format, avformat::avformat_close_input);
    }

    private static String reasonFor(Path path, int error) {
        if (looksLikeMp4(path)) {
            return "its index is missing or unreadable: the recording was cut short or the file is encrypted";
        }
        return "no known video format, or encrypted (" + Libav.errorText(error) + ")";
    }

    private static boolean looksLikeMp4(Path path) {
        try (InputStream in = Files.newInputStream(path)) {
            String head = new String(in.readNBytes(HEAD_BYTES), StandardCharsets.ISO_8859_1);
            return List.of("ftyp", "mdat", "moov", "wide", "free").stream().anyMatch(tag -> head.startsWith(tag, 4));
        } catch (IOException e) {
            throw new EngineException(ErrorCode.INPUT_MISSING, path.toString(), "the file cannot be read", e);
        }
    }

    static EngineException notVideo(Path path, String detail) {
        return new EngineException(ErrorCode.INPUT_NOT_VIDEO, path.toString(), detail);
    }

    private static long size(Path path) {
        try {
            return Files.size(path);
        } catch (IOException e) {
            throw new EngineException(ErrorCode.INPUT_MISSING, path.toString(), "the file cannot be read", e);
        }
    }

    /** Reads the next packet of any stream that is not discarded; false at the end. */
    boolean read(AVPacket packet) {
        int result = av_read_frame(format, packet);
        while (result == AVERROR_EAGAIN()) {
            result = av_read_frame(format, packet);
        }
        cut |= result < 0 && result != AVERROR_EOF();
        return result >= 0;
    }

    /** True when reading ended with an error instead of the end of the file. */
    boolean isCut() {
        return cut;
    }

    List<AVStream> streams() {
        return IntStream.range(0, format.nb_streams()).mapToObj(format::streams).toList();
    }

    AVFormatContext format() {
        return format;
    }

    Path path() {
        return path;
    }

    long size() {
        return size(path);
    }
}
