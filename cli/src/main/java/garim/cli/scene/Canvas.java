package garim.cli.scene;

import garim.engine.frame.Frame;
import garim.engine.frame.Plane;

/** A canvas is the picture of one frame while it is being painted. */
record Canvas(Raster luma, Raster cb, Raster cr) {
    static Canvas blank(int width, int height) {
        int halfWidth = (width + 1) / 2;
        int halfHeight = (height + 1) / 2;
        return new Canvas(
                new Raster(width, height), new Raster(halfWidth, halfHeight), new Raster(halfWidth, halfHeight));
    }

    /** A frame with these samples. */
    Frame toFrame(int index, long pts) {
        Frame frame = Frame.allocate(luma.width(), luma.height(), index, pts);
        copy(luma, frame.luma());
        copy(cb, frame.cb());
        copy(cr, frame.cr());
        return frame;
    }

    private static void copy(Raster from, Plane to) {
        for (int y = 0; y < from.height(); y++) {
            to.bytes().put(y * to.stride(), from.samples(), y * from.width(), from.width());
        }
    }
}
