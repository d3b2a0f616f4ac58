package garim.engine.media;

import static org.bytedeco.ffmpeg.global.avutil.AVCOL_RANGE_JPEG;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_FLAG_PAL;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_FLAG_RGB;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUV420P;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUVJ411P;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUVJ420P;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUVJ422P;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUVJ440P;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUVJ444P;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_get_buffer;
import static org.bytedeco.ffmpeg.global.avutil.av_pix_fmt_desc_get;
import static org.bytedeco.ffmpeg.global.swscale.SWS_ACCURATE_RND;
import static org.bytedeco.ffmpeg.global.swscale.SWS_BICUBIC;
import static org.bytedeco.ffmpeg.global.swscale.SWS_BITEXACT;
import static org.bytedeco.ffmpeg.global.swscale.sws_freeContext;
import static org.bytedeco.ffmpeg.global.swscale.sws_getCoefficients;
import static org.bytedeco.ffmpeg.global.swscale.sws_getContext;
import static org.bytedeco.ffmpeg.global.swscale.sws_scale;
import static org.bytedeco.ffmpeg.global.swscale.sws_setColorspaceDetails;

import garim.engine.frame.Frame;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.ffmpeg.swscale.SwsContext;
import org.bytedeco.ffmpeg.swscale.SwsFilter;
import org.bytedeco.javacpp.DoublePointer;

/**
 * A pixel copier brings decoded pictures into frames of one size, 8-bit 4:2:0, one sample range.
 *
 * <p>Interlaced 4:2:2 is reduced to 4:2:0 as if it were progressive: chroma of the two fields mixes.
 */
final class PixelCopier implements AutoCloseable {
    private static final int UNITY = 1 << 16;
    private static final int BUFFER_ALIGNMENT = 64;
    private static final Set<Integer> FULL_RANGE_FORMATS = Set.of(
            AV_PIX_FMT_YUVJ411P, AV_PIX_FMT_YUVJ420P, AV_PIX_FMT_YUVJ422P, AV_PIX_FMT_YUVJ440P, AV_PIX_FMT_YUVJ444P);

    private final Path path;
    private final MediaInfo info;
    private final AVFrame scaled;
    private Optional<Scaler> scaler = Optional.empty();

    private record Scaler(SwsContext context, Shape shape) {}

    /** What decides how samples must be converted. */
    private record Shape(int width, int height, int format, boolean fullRange, int matrix) {
        static Shape of(AVFrame frame) {
            return new Shape(frame.width(), frame.height(), frame.format(), isFullRange(frame), frame.colorspace());
        }
    }

    PixelCopier(Path path, MediaInfo info, NativeScope scope) {
        this.path = path;
        this.info = info;
        scaled = scope.own(av_frame_alloc(), avutil::av_frame_free);
        scaled.format(AV_PIX_FMT_YUV420P).width(info.width()).height(info.height());
        scope.own(this, PixelCopier::close);
    }

    /** True when the picture is red, green, blue or a palette of them. */
    static boolean isRgb(AVFrame frame) {
        long flags = av_pix_fmt_desc_get(frame.format()).flags();
        return (flags & (AV_PIX_FMT_FLAG_RGB | AV_PIX_FMT_FLAG_PAL)) != 0;
    }

    /** True when samples use 0-255. */
    static boolean isFullRange(AVFrame frame) {
        return frame.color_range() == AVCOL_RANGE_JPEG || FULL_RANGE_FORMATS.contains(frame.format()) || isRgb(frame);
    }

    /** True when size or range differ from those of the frames delivered. */
    boolean mustRescale(AVFrame source) {
        boolean otherSize = source.width() != info.width() || source.height() != info.height();
        return otherSize
                || (!isRgb(source) && isFullRange(source) != info.colors().fullRange());
    }

    /** Fills the planes of a frame that has the size of the info. */
    void copy(AVFrame source, Frame target) {
        if (isPlain(source) && !mustRescale(source)) {
            copyPlanes(source, target);
        } else {
            scale(source);
            copyPlanes(scaled, target);
        }
    }

    private static boolean isPlain(AVFrame source) {
        return source.format() == AV_PIX_FMT_YUV420P || source.format() == AV_PIX_FMT_YUVJ420P;
    }

    private static void copyPlanes(AVFrame source, Frame target) {
        PlaneCopy.from(source, 0, target.luma());
        PlaneCopy.from(source, 1, target.cb());
        PlaneCopy.from(source, 2, target.cr());
    }

    // The detour over an aligned buffer is there because swscale may write past the end of unaligned rows.
    private void scale(AVFrame source) {
        if (scaled.data(0) == null || scaled.data(0).isNull()) {
            av_frame_get_buffer(scaled, BUFFER_ALIGNMENT);
        }
        SwsContext context = scalerFor(source);
        sws_scale(context, source.data(), source.linesize(), 0, source.height(), scaled.data(), scaled.linesize());
    }

    private SwsContext scalerFor(AVFrame source) {
        Shape shape = Shape.of(source);
        if (scaler.isPresent() && scaler.get().shape().equals(shape)) {
            return scaler.get().context();
        }
        close();
        SwsContext made = createScaler(shape);
        scaler = Optional.of(new Scaler(made, shape));
        int matrix = isRgb(source) ? info.colors().matrix() : shape.matrix();
        sws_setColorspaceDetails(
                made,
                sws_getCoefficients(matrix),
                shape.fullRange() ? 1 : 0,
                sws_getCoefficients(matrix),
                info.colors().fullRange() ? 1 : 0,
                0,
                UNITY,
                UNITY);
        return made;
    }

    private SwsContext createScaler(Shape shape) {
        SwsContext made = sws_getContext(
                shape.width(),
                shape.height(),
                shape.format(),
                info.width(),
                info.height(),
                AV_PIX_FMT_YUV420P,
                SWS_BICUBIC | SWS_ACCURATE_RND | SWS_BITEXACT,
                (SwsFilter) null,
                null,
                (DoublePointer) null);
        if (made == null || made.isNull()) {
            throw InputFile.notVideo(path, "pictures of the format " + info.pixelFormat() + " cannot be converted");
        }
        return made;
    }

    @Override
    public void close() {
        scaler.ifPresent(old -> sws_freeContext(old.context()));
        scaler = Optional.empty();
    }
}
