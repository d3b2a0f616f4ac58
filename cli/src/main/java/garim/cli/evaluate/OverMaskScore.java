package garim.cli.evaluate;

/**
 * An over-mask score adds up the picture that masks of one kind took without need, in frames whose targets are completely annotated.
 *
 * <p>Needed is every target of the scored kind, those to be ignored included, grown by {@link
 * Evaluator#MARGIN_GROWTH} of its size on every side.
 *
 * @param offTarget masked area that is not needed, in pixels
 * @param picture area of all pictures looked at, in pixels; 0 when the clip is not complete
 */
public record OverMaskScore(double offTarget, double picture) {
    /** Nothing was looked at. */
    public static final OverMaskScore NONE = new OverMaskScore(0, 0);

    /** Both together. */
    public OverMaskScore plus(OverMaskScore other) {
        return new OverMaskScore(offTarget + other.offTarget, picture + other.picture);
    }

    /** Share of the picture that was masked without need. */
    public Ratio share() {
        return new Ratio(offTarget, picture);
    }
}
