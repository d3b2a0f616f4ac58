package garim.engine.detect.text;

import java.util.ArrayList;
import java.util.List;

/**
 * Plate shapes pick, among text areas, those that may be a plate: single lines, a line in two parts, and two lines.
 *
 * <p>Plates: Korea 520x110 and 335x155 mm, old two-line 335x170; Europe 520x110; Indonesia 430x135; China 440x140. The
 * writing fills about 0.7-0.9 of them along and 0.6-0.8 across; a view from the side halves the length.
 */
public final class PlateShapes {
    private static final double SHORTEST_LINE = 1.3;
    private static final double LONGEST_LINE = 9;
    private static final double STEEPEST = Math.toRadians(50);
    private static final double WIDEST_GAP = 1.3;
    private static final double ALIKE = 0.55;

    private PlateShapes() {}

    /**
     * A candidate is one possible plate.
     *
     * @param whole the writing as a whole
     * @param lines its lines or parts in reading order; one or two
     * @param stacked true for two lines
     */
    public record Candidate(TextArea whole, List<TextArea> lines, boolean stacked) {
        public Candidate {
            lines = List.copyOf(lines);
        }
    }

    /** Every candidate among the areas; one area may be part of several. */
    public static List<Candidate> candidates(List<TextArea> areas) {
        List<TextArea> lines = areas.stream()
                .filter(area -> Math.abs(area.angle()) <= STEEPEST && area.aspect() <= LONGEST_LINE)
                .toList();
        List<Candidate> found = new ArrayList<>();
        for (TextArea a : lines) {
            if (a.aspect() >= SHORTEST_LINE) {
                found.add(new Candidate(a, List.of(a), false));
            }
            for (TextArea b : lines) {
                if (!a.equals(b)) {
                    addPair(a, b, found);
                }
            }
        }
        return List.copyOf(found);
    }

    private static void addPair(TextArea a, TextArea b, List<Candidate> into) {
        TextArea longer = a.length() >= b.length() ? a : b;
        double along = (b.centerX() - a.centerX()) * Math.cos(longer.angle())
                + (b.centerY() - a.centerY()) * Math.sin(longer.angle());
        double across = (b.centerY() - a.centerY()) * Math.cos(longer.angle())
                - (b.centerX() - a.centerX()) * Math.sin(longer.angle());
        double thicker = Math.max(a.thickness(), b.thickness());
        double thinner = Math.min(a.thickness(), b.thickness());
        if (Math.abs(across) < 0.4 * thicker && isBeside(a, b, along) && thinner >= ALIKE * thicker) {
            addFitting(new Candidate(longer.join(a.equals(longer) ? b : a), List.of(a, b), false), 2.5, into);
        } else if (isAbove(a, b, across) && Math.abs(along) < 0.35 * longer.length() && thinner >= 0.3 * thicker) {
            addFitting(new Candidate(longer.join(a.equals(longer) ? b : a), List.of(a, b), true), 1, into);
        }
    }

    private static boolean isBeside(TextArea a, TextArea b, double along) {
        double gap = along - (a.length() + b.length()) / 2;
        double thickness = Math.max(a.thickness(), b.thickness());
        return along > 0 && gap < WIDEST_GAP * thickness && gap > -0.6 * thickness;
    }

    private static boolean isAbove(TextArea a, TextArea b, double across) {
        double gap = across - (a.thickness() + b.thickness()) / 2;
        return across > 0 && gap < 0.5 * b.thickness() && gap > -0.5 * b.thickness();
    }

    private static void addFitting(Candidate candidate, double shortest, List<Candidate> into) {
        double longest = candidate.stacked() ? 3.2 : LONGEST_LINE;
        if (candidate.whole().aspect() >= shortest && candidate.whole().aspect() <= longest) {
            into.add(candidate);
        }
    }
}
