package garim.engine.proof;

import garim.engine.frame.Box;
import garim.engine.frame.Plane;
import java.util.OptionalDouble;

/**
 * Counts how many cells lie over the short side of a target, as the output shows them: along lines across and down the
 * target, one more than there are rises and falls of brightness. It needs no knowledge of how the mask was made, so
 * that cells of any kind, softened ones and pictures without a mask are measured alike.
 */
final class CellCount {
    /** Rises and falls of less than so many levels of brightness are noise of a codec. */
    private static final int LEAST_STEP = 6;

    private static final int[] SHARES = {24, 12, 6};
    private static final int LINES = 12;
    private static final int FEWEST_PX = 8;

    private int[] line = new int[0];

    /** Cells over the short side, from 1; empty when less than half of the target lies in the picture. */
    OptionalDouble of(Plane plane, Box target) {
        PixelArea area = PixelArea.touching(target, plane.width(), plane.height());
        if (2.0 * area.width() * area.height() < target.area() || area.shortSide() < FEWEST_PX) {
            return OptionalDouble.empty();
        }
        double across = along(plane, area, true) * area.shortSide() / area.width();
        double down = along(plane, area, false) * area.shortSide() / area.height();
        return OptionalDouble.of(1 + Math.max(across, down));
    }

    /** Rises and falls along the mean line, at the scale at which there are most. */
    private double along(Plane plane, PixelArea area, boolean isAcross) {
        int length = isAcross ? area.width() : area.height();
        int breadth = isAcross ? area.height() : area.width();
        int lines = Math.min(LINES, breadth);
        int[] steps = new int[SHARES.length];
        for (int i = 0; i < lines; i++) {
            read(plane, area, isAcross, (2 * i + 1) * breadth / (2 * lines), length, breadth);
            for (int scale = 0; scale < SHARES.length; scale++) {
                steps[scale] += steps(length, Math.max(2, area.shortSide() / SHARES[scale]));
            }
        }
        return (double) Math.max(steps[0], Math.max(steps[1], steps[2])) / lines;
    }

    /** A line of three samples' breadth, tripled. */
    private void read(Plane plane, PixelArea area, boolean isAcross, int place, int length, int breadth) {
        line = line.length < length ? new int[length] : line;
        for (int i = 0; i < length; i++) {
            line[i] = 0;
            for (int beside = -1; beside <= 1; beside++) {
                int at = Math.clamp(place + beside, 0, breadth - 1);
                line[i] += plane.at(area.left() + (isAcross ? i : at), area.top() + (isAcross ? at : i));
            }
        }
    }

    private int steps(int length, int span) {
        int steps = 0;
        int before = 0;
        for (int i = span; i < length; i++) {
            int difference = line[i] - line[i - span];
            int sign = Math.abs(difference) <= 3 * LEAST_STEP ? 0 : Integer.signum(difference);
            if (sign != 0 && sign != before) {
                steps++;
            }
            before = sign;
        }
        return steps;
    }
}
