package garim.engine.detect.logo;

import garim.engine.frame.EngineException;
import garim.engine.frame.ErrorCode;
import java.util.List;
import java.util.Objects;

/** A logo reference is a picture of a trademark, prepared so that the mark can be looked for in other pictures. */
public final class LogoReference {
    /** The shortest side that says enough of a mark, pixels. */
    public static final int SMALLEST_SIDE = 16;

    private static final double MARK_SIDE = 160;
    private static final double LONGEST = 480;
    private static final double MOST_ENLARGED = 3;
    private static final int FEWEST_FEATURES = 6;
    private static final double SLIMMEST = 8;

    private final String name;
    private final String sha256;
    private final List<MarkFeatures> marks;

    private LogoReference(String name, String sha256, List<MarkFeatures> marks) {
        this.name = name;
        this.sha256 = sha256;
        this.marks = marks;
    }

    /**
     * Prepares a reference.
     *
     * @param name how the user calls it, for messages and plans
     * @param sha256 hash of the file in lower-case hex
     * @param width pixels per row
     * @param height rows
     * @param argb pixels as 0xAARRGGBB, not premultiplied, row after row
     * @throws EngineException REFERENCE_INVALID when the picture is too small, of one colour, or says too little
     */
    public static LogoReference of(String name, String sha256, int width, int height, int[] argb) {
        Objects.requireNonNull(name);
        Objects.requireNonNull(sha256);
        if (width < SMALLEST_SIDE || height < SMALLEST_SIDE) {
            throw invalid(name, width + "x" + height + " is below " + SMALLEST_SIDE + "x" + SMALLEST_SIDE + " pixels");
        }
        List<Mark> marks = new Drawing(width, height, argb).marks();
        if (marks.isEmpty()) {
            throw invalid(name, "the picture is of one tone");
        }
        List<MarkFeatures> prepared = marks.stream()
                .map(mark -> MarkFeatures.of(mark.resized(usualScale(name, mark))))
                .toList();
        if (prepared.stream().allMatch(mark -> mark.count() < FEWEST_FEATURES)) {
            throw invalid(name, "the mark has too little detail to be told from others");
        }
        return new LogoReference(name, sha256, prepared);
    }

    private static double usualScale(String name, Mark mark) {
        double shorter = Math.min(mark.gray().width(), mark.gray().height());
        double longer = Math.max(mark.gray().width(), mark.gray().height());
        if (longer > SLIMMEST * shorter) {
            throw invalid(name, "the mark is more than " + (int) SLIMMEST + " times as long as wide");
        }
        return Math.min(MOST_ENLARGED, Math.min(MARK_SIDE / mark.meanSide(), LONGEST / longer));
    }

    private static EngineException invalid(String name, String detail) {
        return new EngineException(ErrorCode.REFERENCE_INVALID, name, detail);
    }

    /** How the user calls it. */
    public String name() {
        return name;
    }

    /** Hash of the file in lower-case hex. */
    public String sha256() {
        return sha256;
    }

    /** The mark on each ground on which it is looked for. */
    List<MarkFeatures> marks() {
        return marks;
    }
}
