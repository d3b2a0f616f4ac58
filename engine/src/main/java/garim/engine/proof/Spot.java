package garim.engine.proof;

import garim.engine.frame.Box;

/**
 * A spot is a place of the output to which anybody can go back and look whether the mask is there.
 *
 * @param frame 0-based frame index
 * @param x left edge of the target in unrotated pixels
 * @param y top edge
 * @param width pixels across
 * @param height pixels down
 * @param detail share of its samples that differ visibly from those around them in the output, 0-1
 */
public record Spot(int frame, int x, int y, int width, int height, double detail) {
    public Spot {
        if (frame < 0 || width < 0 || height < 0) {
            throw new IllegalArgumentException("bad spot in frame " + frame + ", " + width + "x" + height);
        }
    }

    /** The same place with what is to be seen there now. */
    public Spot withDetail(double other) {
        return new Spot(frame, x, y, width, height, Rounded.hundredth(other));
    }

    /** The place. */
    public Box box() {
        return new Box(x, y, width, height);
    }
}
