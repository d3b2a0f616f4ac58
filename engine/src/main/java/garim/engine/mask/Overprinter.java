package garim.engine.mask;

import garim.engine.frame.Box;
import garim.engine.frame.Frame;
import garim.engine.frame.Rotation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
     * A stamp at its place in a stored picture.
     *
     * @param stamp as it lies in the stored picture
     * @param left column of its first pixel, even; may lie outside the picture
     * @param top row of its first pixel, even
     */
    public record Place(TextStamp stamp, int left, int top) {
        public Place {
            Objects.requireNonNull(stamp);
        }

        static Place nearest(TextStamp stamp, int x, int y) {
            return new Place(stamp, Math.floorDiv(x, 2) * 2, Math.floorDiv(y, 2) * 2);
        }
    }

    /**
     * Prints on a frame in which everything is covered.
     *
     * @param regions the masks that get labels
     */
    public void print(Frame frame, List<MaskRegion> regions) {
        places(frame.width(), frame.height(), regions)
                .forEach(place -> stamper.print(frame, place.stamp(), place.left(), place.top()));
    }

    /**
     * What is printed on a frame of a size, and where.
     *
     * @param regions the masks that get labels
     */
    public List<Place> places(int width, int height, List<MaskRegion> regions) {
        List<Place> places = new ArrayList<>();
        overprint
                .labels()
                .ifPresent(given -> regions.forEach(
                        region -> label(region, given, width, height).ifPresent(places::add)));
        watermark.ifPresent(stamp -> places.addAll(watermark(stamp, width, height)));
        return places;
    }

    private Optional<Place> label(MaskRegion region, Overprint.Labels given, int width, int height) {
        PixelRect painted = PixelRect.covering(region.target(), region.rule().margin(), width, height);
        if (painted.isEmpty()) {
            return Optional.empty();
        }
        TextStamp stamp = labels.computeIfAbsent(
                region.track(), track -> given.of(track, region.kind()).stored(rotation));
        int x = painted.x() + (painted.width() - stamp.width()) / 2;
        int y = painted.y() + (painted.height() - stamp.height()) / 2;
        return Optional.of(Place.nearest(stamp, inside(x, stamp.width(), width), inside(y, stamp.height(), height)));
    }

    /** A label stays inside the picture as far as there is room for it. */
    private static int inside(int at, int side, int pictureSide) {
        return Math.max(0, Math.min(at, pictureSide - side));
    }

    private List<Place> watermark(TextStamp stamp, int width, int height) {
        int gap = (int) (Math.min(stamp.width(), stamp.height()) * GAP);
        return switch (overprint.watermark().orElseThrow().layout()) {
            case CORNER -> List.of(corner(stamp, gap, width, height));
            case TILED -> tiles(stamp, gap, width, height);
        };
    }

    private Place corner(TextStamp stamp, int gap, int width, int height) {
        boolean swaps = rotation.swapsSides();
        int uprightHeight = swaps ? width : height;
        int stampWidth = swaps ? stamp.height() : stamp.width();
        int stampHeight = swaps ? stamp.width() : stamp.height();
        Box place = rotation.toStored(
                new Box(gap, uprightHeight - stampHeight - gap, stampWidth, stampHeight), width, height);
        return Place.nearest(stamp, (int) place.x(), (int) place.y());
    }

    /** Every other row is moved by half a step, so that no straight cut misses the text. */
    private static List<Place> tiles(TextStamp stamp, int gap, int width, int height) {
        List<Place> places = new ArrayList<>();
        int stepX = stamp.width() + gap;
        int stepY = stamp.height() + gap;
        int row = 0;
        for (int y = 0; y < height; y += stepY) {
            for (int x = row % 2 == 0 ? 0 : -stepX / 2; x < width; x += stepX) {
                places.add(Place.nearest(stamp, x, y));
            }
            row++;
        }
        return places;
    }
}
