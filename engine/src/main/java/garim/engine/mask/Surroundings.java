package garim.engine.mask;

import garim.engine.frame.Frame;
import garim.engine.frame.Plane;
import java.util.BitSet;

/**
 * What lies around a polygon within its rectangle: kept while the rectangle is painted and put back afterwards, so that
 * every style works inside a polygon as it does in a box.
 */
final class Surroundings {
    private final PixelRect luma;
    private final BitSet[] rows;
    private final byte[][] kept;

    /**
     * Keeps the samples of a rectangle.
     *
     * @param frame of which they are
     * @param luma the rectangle that will be painted
     * @param blocks what may stay painted
     */
    Surroundings(Frame frame, PixelRect luma, PolygonBlocks blocks) {
        this.luma = luma;
        PixelRect chroma = luma.halved();
        rows = new BitSet[chroma.height()];
        for (int y = 0; y < rows.length; y++) {
            rows[y] = blocks.row(chroma.y() + y);
        }
        kept = new byte[][] {copy(frame.luma(), luma), copy(frame.cb(), chroma), copy(frame.cr(), chroma)};
    }

    /** Puts back what no block of the polygon holds. */
    void restore(Frame frame) {
        PixelRect chroma = luma.halved();
        restore(frame.luma(), luma, kept[0], 2);
        restore(frame.cb(), chroma, kept[1], 1);
        restore(frame.cr(), chroma, kept[2], 1);
    }

    private void restore(Plane plane, PixelRect rect, byte[] samples, int samplesPerBlock) {
        for (int y = 0; y < rect.height(); y++) {
            BitSet painted = rows[y / samplesPerBlock];
            int from = painted.nextClearBit(0);
            while (from * samplesPerBlock < rect.width()) {
                int next = painted.nextSetBit(from);
                int start = from * samplesPerBlock;
                int end = next < 0 ? rect.width() : next * samplesPerBlock;
                int offset = (rect.y() + y) * plane.stride() + rect.x() + start;
                plane.bytes().put(offset, samples, y * rect.width() + start, end - start);
                from = next < 0 ? rect.width() : painted.nextClearBit(next);
            }
        }
    }

    private static byte[] copy(Plane plane, PixelRect rect) {
        byte[] samples = new byte[rect.width() * rect.height()];
        for (int y = 0; y < rect.height(); y++) {
            plane.bytes().get((rect.y() + y) * plane.stride() + rect.x(), samples, y * rect.width(), rect.width());
        }
        return samples;
    }
}
