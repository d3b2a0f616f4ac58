package garim.engine.media;

import static org.bytedeco.ffmpeg.global.avutil.av_image_copy_plane;

import garim.engine.frame.Plane;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Pointer;

/** A plane copy moves one plane of samples between native pictures and frames. */
final class PlaneCopy {
    private PlaneCopy() {}

    /** Copies from a picture that is at least as large as the plane. */
    static void from(AVFrame picture, int index, Plane to) {
        BytePointer bytes = new BytePointer(to.bytes().duplicate().clear());
        av_image_copy_plane(bytes, to.stride(), picture.data(index), picture.linesize(index), to.width(), to.height());
    }

    /** Copies into a picture that may be one column or row larger, and repeats the last column or row there. */
    static void intoPadded(Plane from, AVFrame picture, int index, int width, int height) {
        BytePointer target = picture.data(index);
        int stride = picture.linesize(index);
        BytePointer bytes = new BytePointer(from.bytes().duplicate().clear());
        av_image_copy_plane(target, stride, bytes, from.stride(), from.width(), from.height());
        if (width > from.width()) {
            repeatLastColumn(target, stride, from);
        }
        if (height > from.height()) {
            long last = (long) stride * (from.height() - 1);
            Pointer.memcpy(row(target, last + stride), row(target, last), width);
        }
    }

    private static void repeatLastColumn(BytePointer target, int stride, Plane from) {
        for (int y = 0; y < from.height(); y++) {
            long end = (long) y * stride + from.width();
            target.put(end, target.get(end - 1));
        }
    }

    private static BytePointer row(BytePointer start, long offset) {
        return new BytePointer(start).position(start.position() + offset);
    }
}
