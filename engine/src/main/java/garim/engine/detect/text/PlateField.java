package garim.engine.detect.text;

import garim.engine.detect.Picture;

/** The field of a plate: the even ground around its writing, up to its rim. */
public final class PlateField {
    private static final double TALLEST_UNREADABLE = 16;
    private static final double LOWEST_SCORE = 0.6;
    private static final double DISTINCT = 24;
    private static final double ALONG = 0.04;
    private static final double ACROSS = 0.15;

    private PlateField() {}

    /** The area grown from the writing to the rim of the plate. */
    public static TextArea toRim(TextArea writing) {
        return writing.grow(ALONG, ACROSS);
    }

    /**
     * True for writing too small to be read, of the shape of a plate, on a field that stands out.
     */
    public static boolean isUnreadablePlate(Picture picture, TextArea area) {
        return area.thickness() <= TALLEST_UNREADABLE
                && area.score() >= LOWEST_SCORE
                && area.aspect() >= 1.8
                && area.aspect() <= 6
                && standsOut(picture, area);
    }

    /**
     * True when the ground of the writing is brighter, or darker, than what lies above and what lies below it by at least
     * 24 of 255 steps.
     */
    public static boolean standsOut(Picture picture, TextArea area) {
        double field = brightness(picture, area);
        double above = brightness(picture, beside(area, -1.3));
        double below = brightness(picture, beside(area, 1.3));
        return (field - above > DISTINCT && field - below > DISTINCT)
                || (above - field > DISTINCT && below - field > DISTINCT);
    }

    private static TextArea beside(TextArea area, double thicknesses) {
        double step = thicknesses * area.thickness();
        return new TextArea(
                area.centerX() - step * Math.sin(area.angle()),
                area.centerY() + step * Math.cos(area.angle()),
                area.length(),
                area.thickness(),
                area.angle(),
                area.score());
    }

    private static double brightness(Picture picture, TextArea area) {
        Picture view = LineView.of(picture, area, 32, 8);
        long sum = 0;
        for (byte sample : view.green()) {
            sum += sample & 0xff;
        }
        return (double) sum / view.green().length;
    }
}
