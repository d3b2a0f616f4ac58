package garim.engine.frame;

/**
 * A frame is one decoded picture as 8-bit Y, Cb and Cr planes with 4:2:0 chroma, unrotated, with its place in time.
 *
 * <p>Chroma planes are {@code (width + 1) / 2} by {@code (height + 1) / 2}. The planes are writable and belong to whoever
 * holds the frame; a frame is used by one thread at a time.
 *
 * @param index 0-based number in output order
 * @param pts presentation time in units of the stream's time base
 * @param luma Y plane at full size
 * @param cb Cb plane at half size
 * @param cr Cr plane at half size
 * @param fullRange true when samples use 0-255, false when luma uses 16-235
 * @param interlaced true when odd and even rows were taken at different moments
 * @param damaged true when the decoder reported that it had to guess a part of the picture
 */
public record Frame(
        int index, long pts, Plane luma, Plane cb, Plane cr, boolean fullRange, boolean interlaced, boolean damaged) {
    public Frame {
        if (cb.width() != (luma.width() + 1) / 2 || cb.height() != (luma.height() + 1) / 2) {
            throw new IllegalArgumentException("Cb plane does not fit 4:2:0");
        }
        if (cr.width() != cb.width() || cr.height() != cb.height()) {
            throw new IllegalArgumentException("Cr plane does not fit 4:2:0");
        }
    }

    /** A new progressive limited-range frame in native memory, all samples zero. */
    public static Frame allocate(int width, int height, int index, long pts) {
        Plane cb = Plane.allocate((width + 1) / 2, (height + 1) / 2);
        Plane cr = Plane.allocate((width + 1) / 2, (height + 1) / 2);
        return new Frame(index, pts, Plane.allocate(width, height), cb, cr, false, false, false);
    }

    /** Width in luma pixels. */
    public int width() {
        return luma.width();
    }

    /** Height in luma pixels. */
    public int height() {
        return luma.height();
    }
}
