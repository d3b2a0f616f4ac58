package garim.engine.pipeline;

import garim.engine.frame.Frame;
import java.util.Objects;

/**
 * A live frame is a masked frame of a camera; there is no way to get one that is not.
 *
 * @param frame masked; its index counts the frames that the masker took
 * @param taken when the camera gave it, in nanoseconds of the clock that the masker was told
 * @param verdict what was covered
 */
public record LiveFrame(Frame frame, long taken, LiveVerdict verdict) {
    public LiveFrame {
        Objects.requireNonNull(frame);
        Objects.requireNonNull(verdict);
    }
}
