package garim.engine.detect.text;

import garim.engine.frame.Box;

/**
 * A text area is a slanted rectangle that holds a line of writing, in pixels.
 *
 * @param centerX horizontal centre
 * @param centerY vertical centre
 * @param length extent along the line, not shorter than {@code thickness} unless the writing stands upright
 * @param thickness extent across the line
 * @param angle direction of the line in radians, clockwise from the x axis, within a quarter turn of it
 * @param score mean probability of writing, 0-1
 */
public record TextArea(double centerX, double centerY, double length, double thickness, double angle, double score) {
    public TextArea {
        if (!(length > 0 && thickness > 0 && Double.isFinite(centerX + centerY + angle + length + thickness))) {
            throw new IllegalArgumentException("bad text area " + length + "x" + thickness + " at " + angle);
        }
    }

    /** The smallest axis-parallel box that holds the area. */
    public Box bounds() {
        double across = Math.abs(Math.cos(angle));
        double down = Math.abs(Math.sin(angle));
        double width = length * across + thickness * down;
        double height = length * down + thickness * across;
        return new Box(centerX - width / 2, centerY - height / 2, width, height);
    }

    /** Length over thickness. */
    public double aspect() {
        return length / thickness;
    }

    /**
     * The area moved outwards on every side by {@code ratio * area / perimeter}, which undoes the shrinking with which
     * text networks are trained. Source: Liao et al., Real-time Scene Text Detection with Differentiable Binarization.
     */
    public TextArea unclip(double ratio) {
        double step = ratio * length * thickness / (length + thickness);
        return new TextArea(centerX, centerY, length + step, thickness + step, angle, score);
    }

    /** The area in a picture that is this many times as large along each axis. */
    public TextArea scale(double timesX, double timesY) {
        double along = Math.hypot(Math.cos(angle) * timesX, Math.sin(angle) * timesY);
        double across = Math.hypot(Math.sin(angle) * timesX, Math.cos(angle) * timesY);
        double turned = Math.atan2(Math.sin(angle) * timesY, Math.cos(angle) * timesX);
        return new TextArea(centerX * timesX, centerY * timesY, length * along, thickness * across, turned, score);
    }

    /** The smallest area in the direction of this one that holds both. */
    public TextArea join(TextArea other) {
        double cos = Math.cos(angle);
        double sin = Math.sin(angle);
        double alongOther = (other.centerX - centerX) * cos + (other.centerY - centerY) * sin;
        double acrossOther = (other.centerY - centerY) * cos - (other.centerX - centerX) * sin;
        double left = Math.min(-length / 2, alongOther - other.length / 2);
        double right = Math.max(length / 2, alongOther + other.length / 2);
        double top = Math.min(-thickness / 2, acrossOther - other.thickness / 2);
        double bottom = Math.max(thickness / 2, acrossOther + other.thickness / 2);
        double along = (left + right) / 2;
        double across = (top + bottom) / 2;
        return new TextArea(
                centerX + along * cos - across * sin,
                centerY + along * sin + across * cos,
                right - left,
                bottom - top,
                angle,
                Math.max(score, other.score));
    }

    /** The area made longer at both ends by this share of its thickness. */
    public TextArea extend(double ratio) {
        double longer = length + 2 * ratio * Math.min(thickness, length);
        return new TextArea(centerX, centerY, longer, thickness, angle, score);
    }

    /** The area enlarged on every side by these shares of its own length and thickness. */
    public TextArea grow(double alongRatio, double acrossRatio) {
        return new TextArea(
                centerX, centerY, length * (1 + 2 * alongRatio), thickness * (1 + 2 * acrossRatio), angle, score);
    }
}
