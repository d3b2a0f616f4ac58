package garim.engine.mask;

import garim.engine.frame.Frame;
import garim.engine.frame.Plane;

/** Prints text stamps on the planes of a frame. What lies outside the picture is cut off. Used by one thread at a time. */
final class Stamper {
    private static final int OPAQUE = 255;
    private static final int LIMITED_BLACK = 16;
    private static final int LIMITED_WHITE = 235;
    private static final int GRAY = 128;

    private byte[] row = new byte[0];

    /** Prints a stamp with its top left corner at a place of even coordinates. */
    void print(Frame frame, TextStamp stamp, int x, int y) {
        luma(frame, stamp, x, y);
        chroma(frame.cb(), stamp, x / 2, y / 2);
        chroma(frame.cr(), stamp, x / 2, y / 2);
    }

    private void luma(Frame frame, TextStamp stamp, int left, int top) {
        Plane plane = frame.luma();
        int black = frame.fullRange() ? 0 : LIMITED_BLACK;
        int white = frame.fullRange() ? OPAQUE : LIMITED_WHITE;
        int from = Math.max(0, -left);
        int to = Math.min(stamp.width(), plane.width() - left);
        for (int y = Math.max(0, -top); y < Math.min(stamp.height(), plane.height() - top); y++) {
            int offset = load(plane, left + from, top + y, to - from);
            for (int x = from; x < to; x++) {
                int dark = mixed(row[x - from] & 0xff, black, stamp.rim(x, y));
                row[x - from] = (byte) mixed(dark, white, stamp.ink(x, y));
            }
            store(plane, offset, to - from);
        }
    }

    private void chroma(Plane plane, TextStamp stamp, int left, int top) {
        int from = Math.max(0, -left);
        int to = Math.min(stamp.width() / 2, plane.width() - left);
        for (int y = Math.max(0, -top); y < Math.min(stamp.height() / 2, plane.height() - top); y++) {
            int offset = load(plane, left + from, top + y, to - from);
            for (int x = from; x < to; x++) {
                row[x - from] = (byte) mixed(row[x - from] & 0xff, GRAY, stamp.chroma(x, y));
            }
            store(plane, offset, to - from);
        }
    }

    private int load(Plane plane, int x, int y, int length) {
        int offset = y * plane.stride() + x;
        if (length > 0) {
            if (row.length < length) {
                row = new byte[length];
            }
            plane.bytes().get(offset, row, 0, length);
        }
        return offset;
    }

    private void store(Plane plane, int offset, int length) {
        if (length > 0) {
            plane.bytes().put(offset, row, 0, length);
        }
    }

    private static int mixed(int under, int over, int share) {
        return (under * (OPAQUE - share) + over * share + OPAQUE / 2) / OPAQUE;
    }
}
