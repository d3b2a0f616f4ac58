package garim.engine.mask;

import garim.engine.frame.Box;
import garim.engine.frame.Frame;
import garim.engine.frame.Rotation;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Prints an overprint on masked frames. Used by one thread at a time. */
public final class Overprinter {
    /** Gap between watermarks and at the border of the picture, as a share of the stamp's shorter side. */
    private static final double GAP = 0.5;

    private final Overprint overprint;
    private final Rotation rotation;
    private final Optional<TextStamp> watermark;
    private final Map<Integer, TextStamp> labels = new HashMap<>();
    private final Stamper stamper = new Stamper();

    /** An overprinter for pictures that are stored with a rotation. */
    public Overprinter(Overprint overprint, Rotation rotation) {
        this.overprint = overprint;
        this.rotation = rotation;
        this.watermark = overprint.watermark().map(mark -> mark.stamp().stored(rotation));
    }

    /**
     * Prints on a frame in which everything is covered.
     *
     * @param regions the masks that get labels
     */
    public void print(Frame frame, List<MaskRegion> regions) {
        overprint.labels().ifPresent(given -> regions.forEach(region -> label(frame, region, given)));
        watermark.ifPresent(stamp -> watermark(frame, stamp));
    }

    private void label(Frame frame, MaskRegion region, Overprint.Labels given) {
        PixelRect painted = PixelRect.covering(region.target(), region.rule().margin(), frame.width(), frame.height());
        if (painted.isEmpty()) {
            return;
        }
        TextStamp stamp = labels.computeIfAbsent(
                region.track(), track -> given.of(track, region.kind()).stored(rotation));
        int x = painted.x() + (painted.width() - stamp.width()) / 2;
        int y = painted.y() + (painted.height() - stamp.height()) / 2;
        stamper.print(frame, stamp, inside(x, stamp.width(), frame.width()), inside(y, stamp.height(), frame.height()));
    }

    /** A label stays inside the picture as far as there is room for it. */
    private static int inside(int at, int side, int pictureSide) {
        return Math.max(0, Math.min(at, pictureSide - side));
    }

    private void watermark(Frame frame, TextStamp stamp) {
        int gap = (int) (Math.min(stamp.width(), stamp.height()) * GAP);
        switch (overprint.watermark().orElseThrow().layout()) {
            case CORNER -> corner(frame, stamp, gap);
            case TILED -> tiles(frame, stamp, gap);
        }
    }

    private void corner(Frame frame, TextStamp stamp, int gap) {
        boolean swaps = rotation.swapsSides();
        int uprightHeight = swaps ? frame.width() : frame.height();
        int width = swaps ? stamp.height() : stamp.width();
        int height = swaps ? stamp.width() : stamp.height();
        Box place = rotation.toStored(
                new Box(gap, uprightHeight - height - gap, width, height), frame.width(), frame.height());
        stamper.print(frame, stamp, (int) place.x(), (int) place.y());
    }

    /** Every other row is moved by half a step, so that no straight cut misses the text. */
    private void tiles(Frame frame, TextStamp stamp, int gap) {
        int stepX = stamp.width() + gap;
        int stepY = stamp.height() + gap;
        int row = 0;
        for (int y = 0; y < frame.height(); y += stepY) {
            for (int x = row % 2 == 0 ? 0 : -stepX / 2; x < frame.width(); x += stepX) {
                stamper.print(frame, stamp, x, y);
            }
            row++;
        }
    }
}
