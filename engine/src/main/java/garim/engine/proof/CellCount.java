package garim.engine.proof;

import garim.engine.frame.Box;
import garim.engine.frame.Plane;
import java.util.Arrays;
import java.util.List;
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
    private static final double MOST_INK = 0.6;
    private static final double LEAST_CLEAR = 0.3;

    private int[] line = new int[0];

    /** Cells over the short side, from 1; empty when less than half of the target lies in the picture. */
    OptionalDouble of(Plane plane, Box target) {
        return of(plane, target, List.of());
    }

    /**
     * As the other one, but for prints: on a line, what lies before their ink goes on under it. An edge of cells that the ink
     * hides is counted where the ink ends; edges of the ink itself are not.
     */
    OptionalDouble of(Plane plane, Box target, List<Print> prints) {
        PixelArea area = PixelArea.touching(target, plane.width(), plane.height());
        if (2.0 * area.width() * area.height() < target.area() || area.shortSide() < FEWEST_PX) {
            return OptionalDouble.empty();
        }
        PrintMask ink = PrintMask.of(area, prints);
        // under so much ink edges of cells would be missed: then those of the ink are counted too
        PrintMask mask = ink.share() > MOST_INK ? PrintMask.of(area, List.of()) : ink;
        double across = along(plane, area, mask, true) * area.shortSide() / area.width();
        double down = along(plane, area, mask, false) * area.shortSide() / area.height();
        return OptionalDouble.of(1 + Math.max(across, down));
    }

    /** Rises and falls along the mean line, at the scale at which there are most. */
    private double along(Plane plane, PixelArea area, PrintMask mask, boolean isAcross) {
        int length = isAcross ? area.width() : area.height();
        int breadth = isAcross ? area.height() : area.width();
        int lines = Math.min(LINES, breadth);
        int[] steps = new int[SHARES.length];
        int counted = 0;
        for (int i = 0; i < lines; i++) {
            if (read(plane, area, mask, isAcross, (2 * i + 1) * breadth / (2 * lines)) < LEAST_CLEAR * length) {
                continue;
            }
            counted++;
            for (int scale = 0; scale < SHARES.length; scale++) {
                steps[scale] += steps(length, Math.max(2, area.shortSide() / SHARES[scale]));
            }
        }
        return (double) Math.max(steps[0], Math.max(steps[1], steps[2])) / Math.max(1, counted);
    }

    /**
     * A line of three samples' breadth, tripled; where all three are ink, what was before them, and first what comes after.
     *
     * @return how many places of it are not ink
     */
    private int read(Plane plane, PixelArea area, PrintMask mask, boolean isAcross, int place) {
        int length = isAcross ? area.width() : area.height();
        int breadth = isAcross ? area.height() : area.width();
        line = line.length < length ? new int[length] : line;
        int before = -1;
        int clear = 0;
        for (int i = 0; i < length; i++) {
            int sum = 0;
            int count = 0;
            for (int beside = -1; beside <= 1; beside++) {
                int at = Math.clamp(place + beside, 0, breadth - 1);
                int x = area.left() + (isAcross ? i : at);
                int y = area.top() + (isAcross ? at : i);
                if (mask.isEmpty() || !mask.isInked(x, y)) {
                    sum += plane.at(x, y);
                    count++;
                }
            }
            if (count > 0) {
                line[i] = 3 * sum / count;
                Arrays.fill(line, before < 0 ? 0 : i, i, line[i]);
                before = i;
                clear++;
            } else {
                line[i] = before < 0 ? 0 : line[before];
            }
        }
        return clear;
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
