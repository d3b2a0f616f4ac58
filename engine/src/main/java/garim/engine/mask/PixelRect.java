package garim.engine.mask;

import garim.engine.frame.Box;

/**
 * A pixel rectangle is the area that a mask really paints: whole pixels, inside the picture, its origin on even
 * coordinates so that it covers whole chroma samples.
 *
 * @param x left edge, even
 * @param y top edge, even
 * @param width pixels per row, 0 when the target lies outside the picture
 * @param height rows, 0 when the target lies outside the picture
 */
public record PixelRect(int x, int y, int width, int height) {
    /**
     * The area painted for a target: the box with its margin, rounded outwards to even pixels and clamped to the picture.
     *
     * @param target box in pixels, may reach outside the picture
     * @param margin ratio of the box added on every side
     * @param pictureWidth width of the picture
     * @param pictureHeight height of the picture
     */
    public static PixelRect covering(Box target, double margin, int pictureWidth, int pictureHeight) {
        Box grown = target.grow(margin);
        int left = evenBelow(grown.x(), pictureWidth);
        int top = evenBelow(grown.y(), pictureHeight);
        int right = evenAbove(grown.right(), pictureWidth);
        int bottom = evenAbove(grown.bottom(), pictureHeight);
        return new PixelRect(left, top, Math.max(0, right - left), Math.max(0, bottom - top));
    }

    /** The whole picture. */
    public static PixelRect whole(int pictureWidth, int pictureHeight) {
        return new PixelRect(0, 0, pictureWidth, pictureHeight);
    }

    /** True when no pixel is painted. */
    public boolean isEmpty() {
        return width == 0 || height == 0;
    }

    /** The same area as a box. */
    public Box toBox() {
        return new Box(x, y, width, height);
    }

    /** The chroma samples that this area touches. */
    PixelRect halved() {
        int right = (x + width + 1) / 2;
        int bottom = (y + height + 1) / 2;
        return new PixelRect(x / 2, y / 2, right - x / 2, bottom - y / 2);
    }

    private static int evenBelow(double edge, int limit) {
        double even = Math.floor(edge / 2) * 2;
        return (int) Math.max(0, Math.min(limit, even));
    }

    private static int evenAbove(double edge, int limit) {
        double even = Math.ceil(edge / 2) * 2;
        return (int) Math.max(0, Math.min(limit, even));
    }
}
