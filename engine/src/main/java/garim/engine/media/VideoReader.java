package garim.engine.media;

import static org.bytedeco.ffmpeg.global.avcodec.AVDISCARD_ALL;
import static org.bytedeco.ffmpeg.global.avformat.AV_DISPOSITION_ATTACHED_PIC;
import static org.bytedeco.ffmpeg.global.avformat.AV_DISPOSITION_DEFAULT;
import static org.bytedeco.ffmpeg.global.avutil.AVMEDIA_TYPE_VIDEO;

import garim.engine.frame.EngineException;
import garim.engine.frame.ErrorCode;
import garim.engine.frame.Frame;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVFrame;

/**
 * A video reader gives the frames of a video file one after the other in output order.
 *
 * <p>Two readers of the same file give the same frames with the same timestamps, also where the file is damaged. A picture
 * file is a video of one frame. One thread reads; {@link #recycle} may be called from another.
 */
public final class VideoReader implements AutoCloseable {
    private static final int MIN_SIDE = 16;
    private static final int MAX_SIDE = 16_384;

    private final NativeScope scope;
    private final FrameDecoder decoder;
    private final MediaInfo info;
    private final PixelCopier copier;
    private final FramePool pool;
    private final FrameClock clock;
    private boolean firstPending = true;
    private int frames;
    private int damaged;
    private int rescaled;

    private VideoReader(Path path, int threads, NativeScope scope) {
        this.scope = scope;
        InputFile input = InputFile.open(path, scope);
        AVStream stream = bestVideo(input);
        requireSize(path, stream.codecpar().width(), stream.codecpar().height(), 1);
        decoder = new FrameDecoder(input, stream, threads, scope);
        if (!decoder.next()) {
            throw InputFile.notVideo(path, "not a single picture could be decoded: damaged or encrypted");
        }
        requireSize(path, decoder.frame().width(), decoder.frame().height(), MIN_SIDE);
        info = new MediaProbe(input, stream, decoder.frame()).info();
        copier = new PixelCopier(path, info, scope);
        pool = new FramePool(info.width(), info.height());
        clock = new FrameClock(info.frameTicks());
    }

    /**
     * Opens a file and decodes its first frame.
     *
     * @throws EngineException INPUT_MISSING, INPUT_NOT_VIDEO or INPUT_SIZE
     */
    public static VideoReader open(Path path) {
        return open(path, 1);
    }

    /**
     * As {@link #open(Path)} with a number of threads that decode slices of one picture; few files gain from more than 1.
     *
     * <p>Guessed parts of damaged pictures differ between numbers of threads, so all passes over a file use the same one.
     */
    public static VideoReader open(Path path, int threads) {
        NativeScope scope = new NativeScope();
        try {
            return new VideoReader(path, threads, scope);
        } catch (EngineException e) {
            scope.close();
            throw e;
        }
    }

    /**
     * Opens a file so that a frame in the midst of it comes first; it and those after it have the index, time and pixels that
     * they would have had from the beginning, as far as the file is regular and undamaged.
     *
     * @return empty when the frame cannot be found there
     * @throws EngineException INPUT_MISSING, INPUT_NOT_VIDEO or INPUT_SIZE
     */
    public static Optional<VideoReader> openAt(Path path, PacketIndex index, int frame) {
        VideoReader reader = open(path);
        if (frame == 0 || reader.seek(index, frame)) {
            return Optional.of(reader);
        }
        reader.close();
        return Optional.empty();
    }

    private boolean seek(PacketIndex index, int frame) {
        if (!decoder.seek(index.seekTime(frame))) {
            return false;
        }
        long target = index.shownAt(frame);
        while (decoder.next()) {
            long time = decoder.frame().best_effort_timestamp();
            if (time >= target) {
                frames = frame;
                firstPending = true;
                return time == target;
            }
        }
        return false;
    }

    /**
     * Passes over the frames before a key further on, without decoding them; it is the next frame then.
     *
     * @param index of this file
     * @param frame a key that needs nothing before it, at least 50 frames after the last one that was read
     * @return false when it cannot be found; the reader is of no use then
     */
    public boolean passTo(PacketIndex index, int frame) {
        scope.requireOpen();
        if (firstPending && frame == frames) {
            return true;
        }
        frames = frame;
        firstPending = true;
        return decoder.passTo(index.shownAt(frame));
    }

    static AVStream bestVideo(InputFile input) {
        Comparator<AVStream> byDefault = Comparator.comparingInt(s -> s.disposition() & AV_DISPOSITION_DEFAULT);
        AVStream best = input.streams().stream()
                .filter(s -> s.codecpar().codec_type() == AVMEDIA_TYPE_VIDEO)
                .filter(s -> (s.disposition() & AV_DISPOSITION_ATTACHED_PIC) == 0)
                .max(byDefault.thenComparingLong(VideoReader::area).thenComparingInt(s -> -s.index()))
                .orElseThrow(() -> InputFile.notVideo(input.path(), "the file holds no video stream"));
        input.streams().stream().filter(s -> s.index() != best.index()).forEach(s -> s.discard(AVDISCARD_ALL));
        return best;
    }

    private static long area(AVStream stream) {
        return (long) stream.codecpar().width() * stream.codecpar().height();
    }

    private static void requireSize(Path path, int width, int height, int minSide) {
        // Zero is not yet known; the first decoded picture will tell.
        boolean known = width > 0 && height > 0;
        if (known && (Math.min(width, height) < minSide || Math.max(width, height) > MAX_SIDE)) {
            String detail =
                    "pictures of " + width + "x" + height + " pixels; sides must be " + MIN_SIDE + " to " + MAX_SIDE;
            throw new EngineException(ErrorCode.INPUT_SIZE, path.toString(), detail);
        }
    }

    /** What the file holds. */
    public MediaInfo info() {
        return info;
    }

    /**
     * The next frame; empty after the last one. The frame belongs to the caller until it is recycled.
     *
     * @throws IllegalStateException when the reader is closed
     */
    public Optional<Frame> read() {
        if (!advance()) {
            return Optional.empty();
        }
        AVFrame source = decoder.frame();
        Frame memory = pool.lend();
        rescaled += copier.mustRescale(source) ? 1 : 0;
        copier.copy(source, memory);
        return Optional.of(new Frame(
                frames++,
                clock.stamp(source),
                memory.luma(),
                memory.cb(),
                memory.cr(),
                info.colors().fullRange(),
                (source.flags() & AVFrame.AV_FRAME_FLAG_INTERLACED) != 0,
                isDamaged(source)));
    }

    /** Passes over the next frame, which keeps its index but is not copied; false after the last one. */
    public boolean skip() {
        if (!advance()) {
            return false;
        }
        clock.stamp(decoder.frame());
        frames++;
        return true;
    }

    private boolean advance() {
        scope.requireOpen();
        boolean found = firstPending || decoder.next();
        firstPending = false;
        if (found && isDamaged(decoder.frame())) {
            damaged++;
        }
        return found;
    }

    private static boolean isDamaged(AVFrame frame) {
        return (frame.flags() & AVFrame.AV_FRAME_FLAG_CORRUPT) != 0 || frame.decode_error_flags() != 0;
    }

    /**
     * Gives the memory of a frame back, to be used for a later one; the frame must not be touched any more.
     *
     * @throws IllegalArgumentException when it was recycled before or is not of this reader
     */
    public void recycle(Frame frame) {
        pool.giveBack(frame);
    }

    /** What happened so far; asked for before closing. */
    public ReadReport report() {
        scope.requireOpen();
        return new ReadReport(
                frames,
                damaged,
                decoder.errors(),
                clock.repairs(),
                rescaled,
                decoder.isTruncated(),
                clock.lastDuration());
    }

    /** Frees the native memory; frames that were read stay valid. */
    @Override
    public void close() {
        scope.close();
    }
}
