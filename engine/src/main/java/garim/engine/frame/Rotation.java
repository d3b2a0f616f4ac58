package garim.engine.frame;

/** The quarter turns by which a stored picture must be turned clockwise to stand upright. */
public enum Rotation {
    /** Stored upright. */
    NONE(0),
    /** Turn right. */
    CLOCKWISE_90(90),
    /** Upside down. */
    HALF_TURN(180),
    /** Turn left. */
    CLOCKWISE_270(270);

    private final int degrees;

    Rotation(int degrees) {
        this.degrees = degrees;
    }

    /** The rotation for a number of degrees clockwise, rounded to a quarter turn. */
    public static Rotation ofDegrees(double degreesClockwise) {
        int quarters = Math.floorMod(Math.round(degreesClockwise / 90), 4);
        return values()[quarters];
    }

    /** Degrees clockwise: 0, 90, 180 or 270. */
    public int degrees() {
        return degrees;
    }

    /** True when width and height change places. */
    public boolean swapsSides() {
        return this == CLOCKWISE_90 || this == CLOCKWISE_270;
    }

    /**
     * Takes a box from the stored picture to the upright one.
     *
     * @param stored box in the stored picture
     * @param storedWidth width of the stored picture in pixels
     * @param storedHeight height of the stored picture in pixels
     */
    public Box toUpright(Box stored, int storedWidth, int storedHeight) {
        Rotation back = ofDegrees(-degrees);
        return swapsSides()
                ? back.toStored(stored, storedHeight, storedWidth)
                : back.toStored(stored, storedWidth, storedHeight);
    }

    /**
     * Takes a box from the upright picture back to the stored one.
     *
     * @param upright box in the upright picture
     * @param storedWidth width of the stored picture in pixels
     * @param storedHeight height of the stored picture in pixels
     */
    public Box toStored(Box upright, int storedWidth, int storedHeight) {
        return switch (this) {
            case NONE -> upright;
            case CLOCKWISE_90 ->
                new Box(upright.y(), storedHeight - upright.right(), upright.height(), upright.width());
            case HALF_TURN ->
                new Box(
                        storedWidth - upright.right(),
                        storedHeight - upright.bottom(),
                        upright.width(),
                        upright.height());
            case CLOCKWISE_270 ->
                new Box(storedWidth - upright.bottom(), upright.x(), upright.height(), upright.width());
        };
    }

    /** Takes a point from the upright picture back to the stored one; parameters as {@link #toStored(Box, int, int)}. */
    public Point toStored(Point upright, int storedWidth, int storedHeight) {
        return switch (this) {
            case NONE -> upright;
            case CLOCKWISE_90 -> new Point(upright.y(), storedHeight - upright.x());
            case HALF_TURN -> new Point(storedWidth - upright.x(), storedHeight - upright.y());
            case CLOCKWISE_270 -> new Point(storedWidth - upright.y(), upright.x());
        };
    }
}
