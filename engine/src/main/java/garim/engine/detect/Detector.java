package garim.engine.detect;

import garim.engine.frame.Box;
import garim.engine.frame.Detection;
import java.util.List;

/**
 * A detector finds targets in one upright picture.
 *
 * <p>Implementations keep no memory between pictures, give the same answer for the same picture, and may be called from
 * several threads at once. A failure is thrown as {@link garim.engine.frame.EngineException}; the caller then masks the
 * whole frame.
 */
public interface Detector extends AutoCloseable {
    /** A short stable name that goes into plans and reports, for example {@code ultraface-rfb320}. */
    String name();

    /** Every target found, boxes in pixels of the picture, clamped to it, in no particular order. */
    List<Detection> detect(Picture picture);

    /**
     * Every target found in a part of a picture, at the same scale as in the whole; what is cut by the edge of the part
     * may be found in part or not at all.
     *
     * @param picture the whole picture
     * @param part where to look, in its pixels; what lies outside the picture is left out
     * @return boxes in pixels of the whole picture
     */
    default List<Detection> detectIn(Picture picture, Box part) {
        return PicturePart.of(picture, part).look(this::detect);
    }

    /**
     * A quicker detector of the same targets that may miss some of them, for the looks between two of this one; closed with
     * it. This detector itself where there is none.
     */
    default Detector glance() {
        return this;
    }

    /** Frees native memory; the detector is not used afterwards. */
    @Override
    void close();
}
