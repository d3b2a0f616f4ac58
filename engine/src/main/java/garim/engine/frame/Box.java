package garim.engine.frame;

/**
 * A box is an axis-parallel rectangle in pixels, its origin the top left corner of the picture; it may reach outside.
 *
 * @param x left edge
 * @param y top edge
 * @param width extent to the right, not negative
 * @param height extent downwards, not negative
 */
public record Box(double x, double y, double width, double height) {
    public Box {
        if (!(width >= 0 && height >= 0 && Double.isFinite(x + y + width + height))) {
            throw new IllegalArgumentException("bad box " + x + "," + y + " " + width + "x" + height);
        }
    }

    /** The box between two corners given in any order. */
    public static Box between(double x1, double y1, double x2, double y2) {
        return new Box(Math.min(x1, x2), Math.min(y1, y2), Math.abs(x2 - x1), Math.abs(y2 - y1));
    }

    /** Right edge. */
    public double right() {
        return x + width;
    }

    /** Bottom edge. */
    public double bottom() {
        return y + height;
    }

    /** Horizontal centre. */
    public double centerX() {
        return x + width / 2;
    }

    /** Vertical centre. */
    public double centerY() {
        return y + height / 2;
    }

    /** Area in square pixels. */
    public double area() {
        return width * height;
    }

    /** True when nothing is inside. */
    public boolean isEmpty() {
        return width == 0 || height == 0;
    }

    /** The part common to both; an empty box where they do not meet. */
    public Box intersect(Box other) {
        double left = Math.max(x, other.x);
        double top = Math.max(y, other.y);
        double w = Math.max(0, Math.min(right(), other.right()) - left);
        double h = Math.max(0, Math.min(bottom(), other.bottom()) - top);
        return new Box(left, top, w, h);
    }

    /** The smallest box that holds both. */
    public Box union(Box other) {
        return between(
                Math.min(x, other.x),
                Math.min(y, other.y),
                Math.max(right(), other.right()),
                Math.max(bottom(), other.bottom()));
    }

    /** Intersection over union, 0-1. */
    public double iou(Box other) {
        double common = intersect(other).area();
        double all = area() + other.area() - common;
        return all <= 0 ? 0 : common / all;
    }

    /** This box enlarged on every side by the ratio of its own width and height; 0.25 makes it half as wide again. */
    public Box grow(double ratio) {
        return new Box(x - width * ratio, y - height * ratio, width * (1 + 2 * ratio), height * (1 + 2 * ratio));
    }

    /** This box moved. */
    public Box shift(double dx, double dy) {
        return new Box(x + dx, y + dy, width, height);
    }

    /** The part inside a picture of this size; empty when it lies wholly outside. */
    public Box clamp(int pictureWidth, int pictureHeight) {
        return intersect(new Box(0, 0, pictureWidth, pictureHeight));
    }

    /** The box that lies between this one (share 0) and the other (share 1). */
    public Box blend(Box other, double share) {
        double keep = 1 - share;
        return new Box(
                x * keep + other.x * share,
                y * keep + other.y * share,
                width * keep + other.width * share,
                height * keep + other.height * share);
    }
}
