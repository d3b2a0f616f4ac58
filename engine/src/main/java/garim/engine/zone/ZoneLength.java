package garim.engine.zone;

/**
 * A zone length is a number of pixels, or a share of a side of the picture, or a sum of both.
 *
 * @param px pixels of the upright picture
 * @param share of the side, 0-1 within the picture
 */
public record ZoneLength(double px, double share) {
    public ZoneLength {
        if (!Double.isFinite(px + share)) {
            throw new IllegalArgumentException("bad length " + px + " + " + share);
        }
    }

    ZoneLength plus(ZoneLength other) {
        return new ZoneLength(px + other.px, share + other.share);
    }

    boolean isPositive() {
        return px > 0 || share > 0;
    }

    double of(double side) {
        return px + share * side;
    }
}
