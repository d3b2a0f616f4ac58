package garim.engine.zone;

import garim.engine.frame.EngineException;
import garim.engine.frame.ErrorCode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Reads zones as people write them: {@code 100,50,200,80}, {@code poly:10,10 200,20 180,90}, {@code 5s..8s: 10%,20%,30%,40%},
 * {@code 0s: 100,50,200,80 -> 10s: 300,50,200,80}; the grammar is in {@code docs/zones.md}.
 */
public final class ZoneText {
    private static final String TIME = "(?:\\d+:)?\\d{1,2}:\\d{1,2}(?:\\.\\d+)?|\\d+(?:\\.\\d+)?s?";
    private static final Pattern STEP = Pattern.compile("(?:(?<from>" + TIME + ")?(?<span>\\.\\.)?(?<to>" + TIME
            + ")?:\\s*)?(?<poly>poly:\\s*)?(?<numbers>[-+\\d.,%\\s]+)");
    private static final Pattern NUMBER = Pattern.compile("([-+]?(?:\\d+(?:\\.\\d*)?|\\.\\d+))(%?)");
    private static final int NUMBERS_OF_A_RECTANGLE = 4;
    private static final int LEAST_CORNERS = 3;
    private static final double MINUTE = 60;

    private ZoneText() {}

    /**
     * Reads one zone.
     *
     * @throws EngineException ZONE_INVALID when it cannot be understood
     */
    public static Zone parse(String text) {
        try {
            String[] parts = text.split("->", -1);
            List<ZoneStep> steps = new ArrayList<>();
            for (String part : parts) {
                steps.add(step(part.strip(), parts.length > 1));
            }
            return new Zone(text, steps);
        } catch (IllegalArgumentException e) {
            throw new EngineException(ErrorCode.ZONE_INVALID, text, String.valueOf(e.getMessage()), e);
        }
    }

    private static ZoneStep step(String text, boolean moves) {
        Matcher step = STEP.matcher(text.replaceAll("\\s*,\\s*", ","));
        if (!step.matches()) {
            throw new IllegalArgumentException("\"" + text + "\" is neither x,y,width,height nor poly:x,y x,y x,y");
        }
        ZoneShape shape = shape(step.group("numbers").strip(), step.group("poly") != null);
        String from = step.group("from");
        String to = step.group("to");
        boolean isTimed = from != null || to != null || step.group("span") != null;
        if (!isTimed) {
            requireTrue(!moves, "each step of a zone that moves needs a time, as in 5s:");
            return new ZoneStep(0, Double.POSITIVE_INFINITY, shape);
        }
        if (step.group("span") == null) {
            requireTrue(from != null && to == null, "\"" + text + "\" begins with no time that can be read");
            requireTrue(moves, "a zone that does not move needs a span of time, as in 5s..8s: or 5s..:");
            return new ZoneStep(seconds(from), seconds(from), shape);
        }
        return new ZoneStep(
                from == null ? 0 : seconds(from), to == null ? Double.POSITIVE_INFINITY : seconds(to), shape);
    }

    private static ZoneShape shape(String numbers, boolean isPolygon) {
        if (isPolygon) {
            List<ZonePoint> corners = Stream.of(numbers.split("\\s+"))
                    .map(corner -> lengths(corner, 2))
                    .map(corner -> new ZonePoint(corner.get(0), corner.get(1)))
                    .toList();
            requireTrue(corners.size() >= LEAST_CORNERS, "a polygon needs at least three corners");
            return new ZoneShape(corners);
        }
        List<ZoneLength> sides = lengths(numbers, NUMBERS_OF_A_RECTANGLE);
        requireTrue(sides.get(2).isPositive() && sides.get(3).isPositive(), "width and height must be more than 0");
        return ZoneShape.rectangle(sides.get(0), sides.get(1), sides.get(2), sides.get(3));
    }

    private static List<ZoneLength> lengths(String text, int expected) {
        String[] parts = text.split(",", -1);
        requireTrue(parts.length == expected, "\"" + text + "\" are not " + expected + " numbers with commas between");
        return Stream.of(parts).map(ZoneText::length).toList();
    }

    private static ZoneLength length(String text) {
        Matcher number = NUMBER.matcher(text);
        requireTrue(number.matches(), "\"" + text + "\" is not a number of pixels or percent");
        double value = Double.parseDouble(number.group(1));
        return number.group(2).isEmpty() ? new ZoneLength(value, 0) : new ZoneLength(0, value / 100);
    }

    private static double seconds(String time) {
        double seconds = 0;
        for (String part : time.replace("s", "").split(":", -1)) {
            seconds = seconds * MINUTE + Double.parseDouble(part);
        }
        return seconds;
    }

    private static void requireTrue(boolean condition, String otherwise) {
        if (!condition) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
