package garim.engine.zone;

import java.util.Objects;

/**
 * A zone step says where a zone stands still for a while.
 *
 * @param fromSeconds begin, from the first frame of the clip
 * @param toSeconds end; infinite when it is the end of the clip
 * @param shape where it stands
 */
public record ZoneStep(double fromSeconds, double toSeconds, ZoneShape shape) {
    public ZoneStep {
        Objects.requireNonNull(shape);
        if (!(fromSeconds >= 0 && fromSeconds <= toSeconds) || Double.isInfinite(fromSeconds)) {
            throw new IllegalArgumentException("it ends before it begins");
        }
    }
}
