package garim.engine.pipeline;

import garim.engine.detect.Picture;
import garim.engine.detect.UprightView;
import garim.engine.frame.Frame;
import garim.engine.frame.Plane;
import garim.engine.frame.Rotation;
import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * One frame at which detectors look. They look at a copy, because the frame itself may be due, and painted, before they are done.
 * Used by the thread of the camera; the copy and its picture are read by others.
 */
final class LiveLook {
    private final Frame frame;
    private final int scene;
    private final double seconds;
    private final long begun;
    private Optional<Frame> copy = Optional.empty();
    private final SharedPicture picture = new SharedPicture();

    /**
     * A look.
     *
     * @param frame read only until the frame is emitted
     * @param scene number of the scene that it shows
     * @param seconds its time
     * @param begun nanoseconds of the clock of the camera
     */
    LiveLook(Frame frame, int scene, double seconds, long begun) {
        this.frame = frame;
        this.scene = scene;
        this.seconds = seconds;
        this.begun = begun;
    }

    Frame frame() {
        return frame;
    }

    int number() {
        return frame.index();
    }

    int scene() {
        return scene;
    }

    double seconds() {
        return seconds;
    }

    long begun() {
        return begun;
    }

    /** The frame as it was, for other threads; all that look at it share it. */
    Frame copy() {
        if (copy.isEmpty()) {
            copy = Optional.of(new Frame(
                    frame.index(),
                    frame.pts(),
                    copy(frame.luma()),
                    copy(frame.cb()),
                    copy(frame.cr()),
                    frame.fullRange(),
                    frame.interlaced(),
                    frame.damaged()));
        }
        return copy.get();
    }

    /**
     * The copy as detectors see it; made by whoever asks first, on any thread, for all.
     *
     * @param copied what {@link #copy} gave
     * @param rotation how the frames of the camera must be turned
     */
    Picture picture(Frame copied, Rotation rotation) {
        return picture.get(() -> UprightView.copyOf(copied, rotation));
    }

    private static Plane copy(Plane plane) {
        int size = (plane.height() - 1) * plane.stride() + plane.width();
        byte[] bytes = new byte[size];
        plane.bytes().get(0, bytes);
        return new Plane(ByteBuffer.wrap(bytes), plane.width(), plane.height(), plane.stride());
    }
}
